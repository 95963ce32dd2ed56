"""Sentences of a debate in fourteen languages, and emoji; words of our own."""

from __future__ import annotations

__all__ = ["LANGUAGES"]

LANGUAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "English": (
        "en",
        (
            "The vote at sixteen would bring schools and politics closer together.",
            "Why? Because costs rise by 12.5 % a year (2019–2024), and nobody pays for them.",
            "Whoever works, pays taxes and may marry can also judge who should govern.",
            "Illiteracy will fall: “little by little”, all villages fill their libraries.",
        ),
    ),
    "German": (
        "de",
        (
            "Große Übergangsmaßnahmen führen häufig zu höheren Kosten für alle Bürger.",
            "Eine Volksabstimmung stärkt die Demokratie, auch wenn sie Zeit kostet.",
            "Wirtschaftsförderungsgesellschaften übersehen die ländlichen Gemeinden.",
            "Wer arbeitet und Steuern zahlt, soll auch wählen dürfen – schon mit sechzehn.",
        ),
    ),
    "French": (
        "fr",
        (
            "L'école gratuite est un droit, même là où elle coûte très cher à l'État.",
            "Ceux qui travaillent et paient des impôts doivent pouvoir voter dès seize ans.",
            "« À quoi bon ? » demandent les élèves : personne ne leur répond jusqu'à présent.",
            "Les forêts protégées créent moins d'emplois, mais elles retiennent l'eau.",
        ),
    ),
    "Polish": (
        "pl",
        (
            "Kto pracuje i płaci podatki, powinien móc głosować już w wieku szesnastu lat.",
            "Wyższe podatki zmniejszą nierówności, choć część przedsiębiorców wyjedzie.",
            "Szkoły nie mogą zastąpić rodziców, ale mogą im pomóc – zwłaszcza na wsi.",
            "Żadna ustawa nie rozwiąże tego problemu, jeżeli zabraknie pieniędzy.",
        ),
    ),
    "Greek": (
        "el",
        (
            "Όποιος εργάζεται και πληρώνει φόρους πρέπει να μπορεί και να ψηφίζει.",
            "Τα σχολεία δεν αντικαθιστούν τους γονείς, αλλά μπορούν να τους βοηθήσουν.",
            "Οι υψηλότεροι φόροι μειώνουν την ανισότητα, αν και κάποιοι θα φύγουν.",
            "Γιατί να πληρώνουν όλοι για τα λάθη των λίγων;",
        ),
    ),
    "Russian": (
        "ru",
        (
            "Тот, кто работает и платит налоги, должен иметь право голоса с шестнадцати лет.",
            "Школа не заменит родителей, но может им помочь, особенно в деревне.",
            "Повышение налогов уменьшит неравенство, хотя часть предпринимателей уедет.",
            "Ни один закон не решит этой задачи, если на неё не хватит денег.",
        ),
    ),
    "Chinese": (
        "zh-cn",
        (
            "工作并且纳税的人，从十六岁起就应当有权投票。",
            "学校不能代替父母，但是可以帮助他们，尤其是在农村。",
            "提高税收会减少不平等，虽然有些企业家会离开。",
            "如果没有足够的经费，任何法律都解决不了这个问题。",
        ),
    ),
    "Japanese": (
        "ja",
        (
            "働いて税金を納めている人は、十六歳から投票できるべきである。",
            "学校は親の代わりにはならないが、特に農村では親を助けることができる。",
            "増税は格差を減らすが、一部の企業は国外へ出ていくかもしれない。",
            "予算が足りなければ、どんな法律もこの問題を解決しない。",
        ),
    ),
    "Korean": (
        "ko",
        (
            "일하고 세금을 내는 사람은 열여섯 살부터 투표할 수 있어야 한다.",
            "학교는 부모를 대신할 수 없지만 특히 농촌에서는 부모를 도울 수 있다.",
            "세금을 올리면 불평등이 줄어들지만 일부 기업은 떠날 것이다.",
            "돈이 모자라면 어떤 법도 이 문제를 해결하지 못한다.",
        ),
    ),
    "Arabic": (
        "ar",
        (
            "من يعمل ويدفع الضرائب يجب أن يكون له حق التصويت منذ السادسة عشرة.",
            "لا تستطيع المدرسة أن تحل محل الوالدين، لكنها تستطيع أن تساعدهما.",
            "رفع الضرائب يقلل من عدم المساواة، وإن كان بعض المستثمرين سيرحلون.",
            "لن يحل أي قانون هذه المشكلة إذا لم تتوفر الأموال الكافية.",
        ),
    ),
    "Hebrew": (
        "he",
        (
            "מי שעובד ומשלם מסים צריך להיות רשאי להצביע כבר מגיל שש עשרה.",
            "בית הספר אינו מחליף את ההורים, אך הוא יכול לעזור להם.",
            "העלאת המסים תצמצם את הפערים, אף שחלק מהמשקיעים יעזבו.",
            "שום חוק לא יפתור את הבעיה הזאת אם לא יהיה מספיק כסף.",
        ),
    ),
    "Hindi": (
        "hi",
        (
            "जो काम करता है और कर देता है, उसे सोलह वर्ष की आयु से मतदान का अधिकार होना चाहिए।",
            "विद्यालय माता-पिता का स्थान नहीं ले सकते, पर उनकी सहायता कर सकते हैं।",
            "कर बढ़ाने से असमानता घटेगी, यद्यपि कुछ उद्योगपति देश छोड़ देंगे।",
            "यदि पर्याप्त धन नहीं होगा तो कोई भी कानून इस समस्या को हल नहीं करेगा।",
        ),
    ),
    "Tamil": (
        "ta",
        (
            "வேலை செய்து வரி செலுத்துபவர்களுக்கு பதினாறு வயதிலிருந்து வாக்குரிமை வேண்டும்.",
            "பள்ளிகள் பெற்றோருக்கு மாற்றாக முடியாது, ஆனால் அவர்களுக்கு உதவ முடியும்.",
            "வரியை உயர்த்தினால் ஏற்றத்தாழ்வு குறையும், சில நிறுவனங்கள் வெளியேறும்.",
            "போதிய பணம் இல்லையென்றால் எந்தச் சட்டமும் இதைத் தீர்க்காது.",
        ),
    ),
    "Thai": (
        "th",
        (
            "คนที่ทำงานและเสียภาษีควรมีสิทธิ์เลือกตั้งตั้งแต่อายุสิบหกปี",
            "โรงเรียนแทนที่พ่อแม่ไม่ได้ แต่ช่วยพ่อแม่ได้ โดยเฉพาะในชนบท",
            "การขึ้นภาษีลดความเหลื่อมล้ำ แม้ว่านักลงทุนบางคนจะย้ายออกไป",
            "ถ้าเงินไม่พอ กฎหมายใดก็แก้ปัญหานี้ไม่ได้",
        ),
    ),
    "emoji": (
        "und-zsye",
        (
            "👍 👎 😀 🤔 💡 🔥 ✅ ❌ 🎉",
            "Families 👨‍👩‍👧‍👦 and scientists 👩🏽‍🔬 agree 👍🏿 1️⃣ 2️⃣ ❤️",
            "🇩🇪🇫🇷🇯🇵 signed, 🏳️‍🌈 waved, 🇺🇳 watched",
            "⚖️ or 💰? ☀️ and ☁️; ♻️ first",
        ),
    ),
}
"""For each language its tag, by which fontconfig knows its fonts, and its sentences."""
