/** Invented reports of two fires in two towns, each told by three hands, and one of something else. */
export const fires = {
  orsund: [
    `Blaze guts Orsund fish market
A fire swept through the covered fish market of Orsund before dawn on Tuesday, destroying all forty stalls, the town’s fire chief Marit Solheim said.
Nobody was hurt. Solheim said that a faulty freezer in the northern hall was the likely cause.
Traders gathered at the harbour, where mayor Jonas Veddel promised them a tent until the autumn.`,
    `Forty traders lose their stalls as flames destroy market in Orsund
Forty fish traders in Orsund stand before nothing after flames consumed their market hall in the night to Tuesday.
“The freezers were old,” said one of them. Fire chief Marit Solheim named a defect in one of them as the probable cause.
Mayor Jonas Veddel spoke of the blackest day for the harbour in years.`,
    `Orsund mayor offers tent to fish traders after fire
The mayor of Orsund, Jonas Veddel, wants to let fish traders sell from a tent on the quay until their burnt market is built again.
The hall burnt down on Tuesday; an old freezer is said to have caught fire, according to fire chief Solheim.`,
  ],
  kelmar: [
    `School fire in Kelmar: police look for two youths
Police in Kelmar are looking for two youths after a fire in the gymnasium of the Lindhagen school on Tuesday evening.
The roof of the gymnasium fell in. Headmistress Petra Ahlgren said that lessons would go on in the church hall.
A caretaker, Nils Borg, was taken to hospital with burns.`,
    `Caretaker hurt as Lindhagen school gymnasium burns
A caretaker suffered burns when the gymnasium of the Lindhagen school in Kelmar went up in flames on Tuesday.
Two youths were seen running from the building, according to police. Headmistress Petra Ahlgren was in tears before the ruin.`,
    `Kelmar: lessons in church after arson at school
Pupils of the Lindhagen school in Kelmar had their lessons in the church hall on Thursday, two days after somebody set fire to their gymnasium.
Caretaker Nils Borg has left hospital, headmistress Petra Ahlgren said. Police have found the two youths.`,
  ],
  other: `Parliament votes for shorter terms
Members of parliament in Tarvia voted on Tuesday to shorten their own terms from five years to four.
The reform was proposed by the liberal party of Elin Marsk and opposed by the farmers’ league.`,
} as const
