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

/** The same in scripts that put no space between words: of each two reports of a fire in a town, and two of another. */
export const unspacedFires = {
  zh: [
    `奥松鱼市场凌晨起火 四十个摊位全毁
星期二凌晨，奥松市的室内鱼市场发生火灾，四十个摊位全部烧毁。消防队长索尔海姆说，北厅一台冷柜的故障可能是起因。
没有人受伤。市长韦德尔在港口向商贩承诺，秋天以前会提供帐篷。`,
    `大火之后 奥松市长向鱼贩提供帐篷
奥松市长韦德尔希望鱼贩在码头的帐篷里继续做生意，直到烧毁的鱼市场重建。
消防队长索尔海姆表示，周二的火灾很可能由一台旧冷柜引起。`,
    `凯尔马学校体育馆失火 警方寻找两名少年
星期二晚上，凯尔马的林德学校体育馆发生火灾，警方正在寻找两名少年。
屋顶塌了下来。校长阿尔格伦说，课程将在教堂大厅继续。一名看门人被送往医院。`,
    `林德学校火灾：看门人受伤
凯尔马林德学校的体育馆起火，一名看门人烧伤。警方说，有人看见两名少年跑出大楼。
校长阿尔格伦站在废墟前流泪。`,
  ],
  ja: [
    `オルスンの魚市場で火災、四十店が全焼
火曜日の未明、オルスンの屋内魚市場で火災があり、四十の店がすべて焼けた。消防署長のソルハイム氏は、北側の冷凍庫の故障が原因とみられると述べた。
けが人はいなかった。ヴェーデル市長は港で、秋までテントを用意すると約束した。`,
    `火災のあと、オルスン市長が魚商にテント
オルスンのヴェーデル市長は、焼けた魚市場が再建されるまで、岸壁のテントで商売を続けてもらいたいとしている。
ソルハイム消防署長によると、火曜日の火災は古い冷凍庫から出た可能性が高い。`,
    `ケルマルの学校体育館で火災、警察が少年二人を捜す
火曜日の夜、ケルマルのリンド学校の体育館で火災があり、警察は少年二人の行方を捜している。
屋根は崩れ落ちた。アールグレン校長は、授業は教会で続けると述べた。用務員が病院に運ばれた。`,
    `リンド学校の火災で用務員がやけど
ケルマルにあるリンド学校の体育館が燃え、用務員がやけどを負った。建物から少年二人が走り去るのを見た人がいるという。
アールグレン校長は焼け跡の前で涙を流した。`,
  ],
  th: [
    `ไฟไหม้ตลาดปลาเมืองออร์ซุน แผงค้าเสียหายสี่สิบแผง
เกิดเพลิงไหม้ตลาดปลาในร่มของเมืองออร์ซุนก่อนรุ่งสางวันอังคาร แผงค้าสี่สิบแผงถูกทำลาย หัวหน้าดับเพลิงโซลไฮม์กล่าวว่าตู้แช่แข็งที่ชำรุดน่าจะเป็นสาเหตุ`,
    `นายกเทศมนตรีออร์ซุนเสนอเต็นท์ให้พ่อค้าปลาหลังไฟไหม้
นายกเทศมนตรีเมืองออร์ซุนต้องการให้พ่อค้าขายปลาในเต็นท์จนกว่าตลาดปลาที่ถูกเพลิงไหม้จะสร้างใหม่ หัวหน้าดับเพลิงโซลไฮม์กล่าวถึงตู้แช่แข็งเก่า`,
    `ตำรวจตามหาวัยรุ่นสองคนหลังเพลิงไหม้โรงเรียนในเมืองเคลมาร์
ตำรวจเมืองเคลมาร์ตามหาวัยรุ่นสองคนหลังเกิดเพลิงไหม้โรงยิมของโรงเรียนลินด์เมื่อเย็นวันอังคาร ครูใหญ่บอกว่าจะเรียนต่อในโบสถ์`,
    `ภารโรงบาดเจ็บ โรงยิมโรงเรียนลินด์ไฟไหม้
ภารโรงคนหนึ่งถูกไฟลวกเมื่อโรงยิมของโรงเรียนลินด์ในเมืองเคลมาร์ถูกเพลิงไหม้ มีผู้เห็นวัยรุ่นสองคนวิ่งออกจากอาคาร`,
  ],
} as const
