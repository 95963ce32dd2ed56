"""A large debate: twenty-four proposals for an invented town of 40,000, and 518 claims for and against them.

What is peculiar to a proposal is written out in ``PROPOSALS``; what is said of every proposal, in other
numbers and by other people, is made of ``SAID_OF_ALL``. Nothing is drawn by lot, so the debate is always the same.

    python examples/large_debate.py            writes large_debate.svg beside it
"""

from __future__ import annotations

from pathlib import Path

import argmap

THEMES = {
    "Streets": ("Streets belong to all who use them.", "the state's fund for roads"),
    "Energy": ("The town has promised to need no oil by 2040.", "the climate fund"),
    "Homes": ("Whoever works here should be able to live here.", "the housing bank"),
    "Schools": ("Children's chances must not hang on their parents.", "the ministry of schools"),
    "Green": ("Every home should have a park within a walk of ten minutes.", "the water board"),
    "Old and young": ("Nobody should be lonely for want of a place to go.", "the health insurers"),
}
"""For each theme a principle that its proposals share, and who pays for such things."""

PROPOSALS = """
Streets | The whole town should have a limit of 30 km/h. | Accidents with injuries would fall by a third. | At 30 a car stops within 13 metres, at 50 within 28. | Buses would lose four minutes on each trip. | Buses lose most at stops, and those are not slower. | Drivers would take the lanes between the fields.
Streets | Bus 4 should run all night. | Those who work at night could come home without a car. | Every eighth person here works in shifts. | Most buses would be empty at three in the morning. | A shared taxi can take over on empty trips. | Neighbours of the depot would sleep badly.
Streets | Cyclists should get a bridge over the river. | The way to the station would be two kilometres shorter. | Two thousand people a day cross at the old bridge, where there is no room. | The bridge would stand in the view of the abbey. | A low bridge can't be seen from the abbey's terrace. | Ice drives high on the river every tenth winter.
Streets | Parking in the streets should be paid for everywhere. | Streets would be free for those who live in them. | Half of the cars in the upper town belong to commuters. | Carers who visit the old would have to pay as well. | Carers can have a permit for nothing. | Commuters would park in the villages around.
Energy | Every public roof should carry solar panels. | The town would make a third of its own current. | Eleven public roofs have room for 9,000 square metres. | Half of the roofs must be mended first. | A roof that must be mended anyway is the best one to begin with. | The grid in the south can't take so much at noon.
Energy | The heat of the dairy should warm the quarter around it. | Six hundred flats could do without gas. | The dairy cools away 14 gigawatt hours a year. | The streets would be dug up for two summers. | The water pipes there are due in the same years. | The dairy may close or move.
Energy | Three wind turbines should stand on the ridge. | They would make as much current as all homes use. | The wind on the ridge blows at six metres a second. | They can be seen from everywhere. | So can the motorway, and nobody thinks of it any more. | Red kites breed on the ridge.
Energy | The lamps should be switched off between one and five. | The town would save a fifth of its current. | The lamps use most of it when nobody is about. | People would be afraid to walk home. | Lamps can go on by themselves when somebody comes. | Burglars like the dark.
Homes | The goods yard should be built over with 400 flats. | Four hundred families would find a home in walking distance of the station. | The list for a flat has 1,100 names. | Lizards live between the rails. | The lizards can be given the slope behind the yard. | The freight trains at night are loud.
Homes | A third of all new flats should have a fixed rent. | Nurses and bakers could stay in the town. | Rents have risen by half in ten years, and wages by a fifth. | Builders would build elsewhere. | They said the same before, and built. | The other two thirds would be dearer for it.
Homes | Empty shops should be allowed to become homes. | The high street would be lived in after six o'clock. | Nineteen shops have been empty for over two years. | A flat behind a shop window has no quiet and no sun. | Courtyards behind the shops have both. | No shop comes back once people live there.
Homes | The town should buy land before it is planned for. | The gain would be everybody's, and not the landowner's. | A field costs 8 euros a square metre, and the same field with a plan 210. | The town has no money to tie up in fields. | Land keeps its worth better than money does. | Farmers would not sell if they knew who buys.
Schools | All schools should begin at nine. | Pupils would be awake in their first lesson. | Sixteen-year-olds fall asleep two hours later than their parents. | Parents who begin at seven would not know what to do. | The halls can be open from half past six. | Sports clubs would lose the early afternoon.
Schools | School meals should be free. | Every child would have one warm meal a day. | One child in six comes without breakfast. | The rich would be given what they can pay for. | Asking for proof shames the poor, and costs nearly as much. | What is free is thrown away.
Schools | The music school should be open to all without fees. | Three times as many children would learn an instrument. | The fee is 90 euros a month. | There are too few teachers as it is. | Groups of three need a third of the teachers. | Those who pay nothing would stop after a month.
Schools | The two secondary schools should be made one. | There would be enough pupils for physics and for Latin. | Last year four advanced courses had fewer than five pupils. | The way to school would be longer for 300 children. | The bus can be led past both stations. | A large school is one where nobody knows you.
Green | The stream should be dug out of its pipe. | The centre would be cooler by two degrees in summer. | The pipe cracks, and a new one costs as much as a stream. | Forty places to park would be lost. | The garage beside it is half empty. | A stream can flood cellars.
Green | One tree should be planted for each inhabitant. | Summers in the stone quarters would become bearable. | Under trees the asphalt was 17 degrees cooler. | Roots lift the pavements. | Oaks and limes with deep pits don't. | Half of the young trees would die of thirst.
Green | The meadows should be mown twice a year and no more. | Butterflies and bees would come back. | On the trial meadow the number of kinds doubled. | It looks as if nobody cared. | A mown edge shows that it is meant. | Ticks sit in tall grass.
Green | Gardens of gravel should be forbidden. | Rain would drain away instead of flooding the road. | After the storm in May the water came from sealed gardens. | A garden is its owner's own. | So is a roof, and there are rules for roofs. | Nobody could check all gardens.
Old and young | The library should be open on Sundays. | Families would have a dry and free place to go. | On Saturdays people sit on its stairs. | Its staff have a right to their Sunday. | Volunteers can keep it open without staff. | Books would be stolen.
Old and young | Every quarter should have a meeting house. | Old people who live alone would have company at noon. | Every third household is one old person. | Most of the houses would stand empty in the morning. | Day nurseries look for rooms in the morning. | The clubs would quarrel over the keys.
Old and young | The young should have a council with money of its own. | They would learn how a town is run by running a part of it. | Of those under twenty, one in nine voted. | Only pupils of the grammar school would stand. | Seats can be drawn by lot from all. | They would spend it on parties.
Old and young | The swimming pool should be mended, not closed. | Children would still learn to swim. | Four in ten of the ten-year-olds can't. | It loses more heat than the town hall uses. | A cover at night keeps two thirds of it. | The new pool next door makes it needless.
"""

SAID_OF_ALL = """
+ P | place   | {place} did the same {years} years ago, and {share} in a hundred people there would do it again.
_ place | other | {place} is {other}.
- place | asked | In {place} those were asked who had wanted it.
- P | money   | It costs {cost},000 euros a year, which is {each:.2f} for each of us.
- money | paid | Half of that is paid by {payer}.
- paid | ends | That money ends after {years} years.
+ P | signed  | {signed} people signed for it.
_ signed | came | Signing is easy: {came} of them came to the meeting.
+ P | ready   | It can be ready in {months} months.
- ready | late | The last thing that was to be ready in {months} months took {late}.
- late | staff | That was before the town had an engineer of its own.
+ P | undone  | If it fails, it can be undone within a year.
- undone | used | What people have got used to is never undone.
- P | busy    | The offices have {jobs} larger tasks already.
- busy | same | Each of those was begun with the same complaint against it.
"""
"""What bears (+, -, or _ for an undercut of the step) on what, its name, and what it says."""

PLACES = ["Aldern", "Brookhaven", "Casterby", "Dunmore", "Ellerau", "Fairwater", "Grauental"]
OTHERS = ["twice as large", "much richer", "flat, and we live on a slope", "a town of students"]


def figures(number: int) -> dict[str, object]:
    """The places and figures of a proposal: spread over their ranges by its number."""
    cost = 40 + number * 37 % 260
    signed = 180 + number * 131 % 1_900
    months = 6 + number * 5 % 19
    return {
        "place": PLACES[number % len(PLACES)],
        "other": OTHERS[number % len(OTHERS)],
        "years": 3 + number % 5,
        "share": 55 + number * 11 % 38,
        "cost": cost,
        "each": cost / 40,
        "signed": signed,
        "came": signed // 12,
        "months": months,
        "late": months * 2 + 1,
        "jobs": 3 + number % 6,
    }


def town() -> argmap.ArgumentMap:
    """Six questions, six principles, twenty-four proposals with about twenty claims each."""
    draft = argmap.Draft("A plan for the town: twenty-four proposals", language="en")
    for theme, (principle, _) in THEMES.items():
        draft.issue(f"{theme}: what should be done?", id=f"{theme}?")
        draft.claim(principle, id=f"{theme} principle", tags=[theme])
    for number, line in enumerate(PROPOSALS.strip().splitlines(), 1):
        theme, *texts = [part.strip() for part in line.split("|")]
        _proposal(draft, theme, f"{number:02}", texts)
        _said_of_all(draft, theme, f"{number:02}", figures(number))
    return draft.map()


def _proposal(draft: argmap.Draft, theme: str, number: str, texts: list[str]) -> None:
    """What is peculiar to a proposal: a gain with its fact, a cost with its answer, a risk."""
    names = [f"{number} {name}" for name in ("P", "gain", "fact", "cost", "answer", "risk")]
    for name, text in zip(names, texts, strict=True):
        draft.claim(text, id=name, tags=[theme])
    proposal, gain, fact, cost, answer, risk = names
    draft.answer(f"{theme}?", by=proposal)
    draft.support(proposal, by=[gain, f"{theme} principle"])
    draft.support(gain, by=fact)
    draft.rebut(proposal, by=cost)
    draft.rebut(cost, by=answer)
    step = draft.rebut(proposal, by=risk)
    if int(number) % 3 != 1:
        draft.claim("Nobody has said how likely that is.", id=f"{number} likely", tags=[theme])
        draft.undercut(step, by=f"{number} likely")


def _said_of_all(draft: argmap.Draft, theme: str, number: str, told: dict[str, object]) -> None:
    """What is said of every proposal."""
    steps: dict[str, str] = {}
    for line in SAID_OF_ALL.strip().splitlines():
        bearing, name, text = [part.strip() for part in line.split("|")]
        sign, target = bearing.split()
        if name == "ends" and int(number) % 3 == 0:
            continue  # what pays for every third proposal doesn't end
        said = text.format(**told, payer=THEMES[theme][1])
        draft.claim(said, id=f"{number} {name}", tags=[theme])
        bears = {"+": draft.support, "-": draft.rebut, "_": draft.undercut}[sign]
        head = steps[target] if sign == "_" else f"{number} {target}"
        steps[name] = bears(head, by=f"{number} {name}").id


def main(folder: Path = Path(__file__).parent) -> None:
    """Draw it all."""
    argmap.write(town(), folder / "large_debate.svg")


if __name__ == "__main__":
    main()
