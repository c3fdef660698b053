"""A town small enough to run every command on in a moment, and rich enough to play."""

SMALL = """schema: 1
name: {zh: 小镇, en: Small town}
calendar: {kind: plain}
leader: head
layers: [in_charge, leader]
units:
  top: {name: {zh: 班子, en: Top}, kind: leadership}
  hall: {name: {zh: 大厅, en: Hall}, in_charge: vice_one}
  farm: {name: {zh: 农办, en: Farm office}, in_charge: vice_two}
people:
  p1: {name: 甲01, identity: civil_servant, sex: m, born: 1970-01, joined: 1992-08,
       holds: [head], backs_up: [vice_one]}
  p2: {name: 甲02, identity: civil_servant, sex: f, born: 1980-01, joined: 2003-08,
       holds: [vice_one], backs_up: [head, vice_two]}
  p3: {name: 甲03, identity: civil_servant, sex: m, born: 1984-01, joined: 2006-08,
       holds: [vice_two]}
  p4: {name: 甲04, identity: institution_staff, sex: f, born: 1990-01, joined: 2012-08,
       holds: [clerk, vet], backs_up: []}
  p5: {name: 甲05, identity: institution_staff, sex: m, born: 1992-01, joined: 2015-08,
       holds: [], backs_up: [clerk, vet]}
posts:
  head: {name: {zh: 书记, en: Secretary}, unit: top, grade: leader, hours: 15}
  vice_one: {name: {zh: 副镇长一, en: First vice mayor}, unit: top, hours: 15,
             grade: assisting_lead}
  vice_two: {name: {zh: 副镇长二, en: Second vice mayor}, unit: top, hours: 15,
             grade: assisting_lead}
  clerk: {name: {zh: 文员, en: Clerk}, unit: hall, hours: 18}
  vet: {name: {zh: 兽医, en: Vet}, unit: farm, hours: 18}
work:
  letters:
    name: {zh: 来件, en: Letters}
    unit: hall
    arrive: {per_year: 300}
    steps:
      - {who: clerk, hours: {mean: 2, spread: 0.5}}
      - {approve: up_to, layer: leader, hours: 0.2}
  herds:
    name: {zh: 畜群, en: Herds}
    unit: farm
    arrive: {per_year: 200}
    steps: [{who: vet, hours: {mean: 3, spread: 0.5}}]
simulation: {replications: 2, warm_up_days: 5}
careers: {replications: 2, years: 5}
"""

OTHER = """schema: 1
extends: town.yaml
name: {zh: 一正一副, en: One lead}
units: {farm: {in_charge: vice_one}}
"""


def written(folder):
    """Write both designs and return their paths."""
    town, other = folder / "town.yaml", folder / "other.yaml"
    town.write_text(SMALL, encoding="utf-8")
    other.write_text(OTHER, encoding="utf-8")
    return town, other
