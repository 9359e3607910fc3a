/** Invented texts of a page in one language: an article, and what stands around it. */
export type PageTexts = {
  lang: string
  title: string
  lead: string
  body: readonly string[]
  quote: string
  items: readonly string[]
  caption: string
  author: string
  bio: string
  headlines: readonly string[]
  teasers: readonly string[]
  comments: readonly string[]
  labels: Record<
    | 'share'
    | 'related'
    | 'comments'
    | 'reply'
    | 'newsletter'
    | 'cookies'
    | 'ad'
    | 'tags'
    | 'popular'
    | 'rights'
    | 'more'
    | 'home',
    string
  >
}

const en: PageTexts = {
  lang: 'en',
  title: 'Ferry strike ends after nine days on the outer islands',
  lead: 'Crews will return to work on Monday after accepting a pay offer that the harbour board had first called its last word.',
  body: [
    'The first boat left the quay at Tolmouth shortly after six in the morning, with forty passengers and two lorries of flour on board, according to the harbour master.',
    'Negotiators had met through the night in a school gymnasium, because the board’s own offices were without heating since the storm of the previous week.',
    '“We did not get everything, but we got the night allowance, and that was what the crews had asked for since spring,” said Maren Oddie, who leads the union.',
    'Under the agreement, wages rise by four per cent at once and by a further two per cent next summer. The board also withdrew eleven written warnings.',
    'Shops on the islands expect that it will take a week until the shelves are full again. Fresh milk had been flown in twice by helicopter.',
    'The county council wants to discuss a reserve boat at its next meeting, an idea that was turned down three years ago as too expensive.',
  ],
  quote: 'Nobody on this island will forget who brought the bread, and who only sent letters about it.',
  items: [
    'Night work is paid with an extra nine crowns an hour.',
    'Winter tyres for the staff cars come out of the common fund.',
    'A joint committee meets every second month.',
  ],
  caption: 'The ferry Solvei at its berth in Tolmouth harbour',
  author: 'Petra Lindqvern',
  bio: 'Petra Lindqvern reports on shipping and the coast. She has lived on three islands and swims in winter.',
  headlines: [
    'Council quarrels over the new lighthouse lamp',
    'Why the herring came back to Skerry Bay',
    'Five walks along the old signal road',
    'School bus drivers reject late shifts',
    'Bakery wins prize for its rye loaf',
  ],
  teasers: [
    'For forty years the lamp was lit by hand. Now the council must choose between an engineer from the mainland and the last keeper’s daughter.',
    'Fishermen had given up on the bay long ago. A biologist explains what the closed mine has to do with this season’s catch, and why it may not last.',
    'From the customs house to the northern cape the path is marked again, and it takes a long afternoon if you stop for the seals on the way.',
  ],
  comments: [
    'I was on that first boat and the coffee machine was still broken, but people were singing all the same. Thank you to the crews!',
    'Four per cent is nothing when you look at what the board members pay themselves. Has anybody read the annual report at all?',
    'My grandmother waited nine days for her medicine. Nobody asks about that in these articles, it is always only about the wages.',
  ],
  labels: {
    share: 'Share this article',
    related: 'Related articles',
    comments: '3 comments',
    reply: 'Reply',
    newsletter: 'Sign up for our daily newsletter and get the news of the coast in your inbox.',
    cookies: 'We use cookies to improve your experience on our website.',
    ad: 'Advertisement',
    tags: 'Tags: ferries, strikes, islands',
    popular: 'Most read',
    rights: '© 2031 The Tolmouth Courier. All rights reserved.',
    more: 'Read more',
    home: 'Home',
  },
}

const de: PageTexts = {
  lang: 'de',
  title: 'Stadtrat von Weidenau stoppt Verkauf des alten Schlachthofs',
  lead: 'Nach vierstündiger Debatte stimmte eine knappe Mehrheit dafür, das Gelände in öffentlicher Hand zu behalten und einen Wettbewerb auszuschreiben.',
  body: [
    'Der Beschluss fiel am späten Mittwochabend mit 21 zu 19 Stimmen, nachdem zwei Abgeordnete der Mehrheitsfraktion überraschend gegen die eigene Verwaltung votiert hatten.',
    'Ursprünglich sollte das Areal an eine Gesellschaft aus der Landeshauptstadt gehen, die dort Wohnungen und ein Hotel mit hundert Zimmern bauen wollte.',
    '„Wir verkaufen nicht das letzte Grundstück am Fluss, das uns noch gehört“, sagte die Stadträtin Ilse Kammerloh, die den Antrag eingebracht hatte.',
    'Der Kämmerer warnte dagegen vor einem Loch im Haushalt. Ohne die Einnahmen von sechs Millionen Talern müsse die Sanierung der Schwimmhalle verschoben werden.',
    'Eine Bürgerinitiative hatte in den vergangenen Wochen mehr als achttausend Unterschriften gesammelt. Ihre Sprecherin nannte das Ergebnis einen Anfang, mehr nicht.',
    'Nun soll bis zum Herbst ein Wettbewerb klären, wie viel von den Hallen aus dem Jahr 1891 erhalten werden kann und was an ihre Stelle tritt.',
  ],
  quote: 'Wer den Fluss hergibt, der bekommt ihn in hundert Jahren nicht zurück, das weiß hier jedes Kind.',
  items: [
    'Die Kühlhalle bleibt als Markthalle stehen.',
    'Am Ufer entsteht ein öffentlicher Weg.',
    'Die Mieten der Werkstätten werden für fünf Jahre eingefroren.',
  ],
  caption: 'Die Hallen am Fluss stehen seit elf Jahren leer',
  author: 'Jost Reimerding',
  bio: 'Jost Reimerding schreibt seit 2011 über Stadtplanung. Davor hat er ein Handwerk gelernt und Dächer gedeckt.',
  headlines: [
    'Schwimmhalle bleibt den Winter über geschlossen',
    'Wie ein Dorf seine Quelle zurückkaufte',
    'Neue Straßenbahn fährt erst im Frühjahr',
    'Bäckerei am Markt gibt nach 90 Jahren auf',
    'Lehrer fehlen vor allem auf dem Land',
  ],
  teasers: [
    'Das Wasser war verpachtet, die Brunnen trocken. Dann legten siebzig Familien ihr Erspartes zusammen und klagten sich durch drei Instanzen.',
    'Die Bahnen sind geliefert, doch in den Kurven passt der Abstand nicht. Der Hersteller verspricht Abhilfe, die Stadt rechnet mit einem halben Jahr.',
    'Die Großmutter hat den Ofen noch mit Holz geheizt. Ihr Enkel findet niemanden, der um zwei Uhr nachts aufstehen möchte, und schließt zum Monatsende.',
  ],
  comments: [
    'Endlich einmal eine Entscheidung für die Leute, die hier wohnen! Jetzt bitte auch den Parkplatz am Wehr zurückholen.',
    'Und wer bezahlt das alles? Am Ende wieder wir mit der Grundsteuer, aber davon steht natürlich kein Wort im Artikel.',
    'Ich habe in der Kühlhalle noch als Lehrling gearbeitet. Abreißen darf man die nicht, allein wegen der Kacheln.',
  ],
  labels: {
    share: 'Artikel teilen',
    related: 'Das könnte Sie auch interessieren',
    comments: '3 Kommentare',
    reply: 'Antworten',
    newsletter: 'Melden Sie sich für unseren Newsletter an und verpassen Sie keine Nachricht.',
    cookies: 'Diese Website verwendet Cookies, um Ihnen den bestmöglichen Service zu bieten.',
    ad: 'Anzeige',
    tags: 'Schlagwörter: Stadtrat, Wohnungsbau',
    popular: 'Meistgelesen',
    rights: '© 2031 Weidenauer Anzeiger. Alle Rechte vorbehalten.',
    more: 'Weiterlesen',
    home: 'Startseite',
  },
}

const fr: PageTexts = {
  lang: 'fr',
  title: 'À Montbriac, la dernière filature reprend vie grâce à ses ouvrières',
  lead: 'Fermée depuis deux ans, l’usine rouvre sous la forme d’une coopérative dont trente-deux anciennes salariées détiennent les parts.',
  body: [
    'Les machines ont redémarré lundi à sept heures, dans un bruit que le quartier n’avait plus entendu depuis l’automne où le groupe propriétaire avait quitté la vallée.',
    'Chaque associée a versé quatre mille écus, souvent prélevés sur l’indemnité de départ. La région a prêté le reste, remboursable en douze ans sans intérêt.',
    '« Nous savions tricoter, teindre et compter, il nous manquait seulement le courage de signer », raconte Odile Vasseray, élue à la tête de la coopérative.',
    'Le carnet de commandes est rempli jusqu’en février, notamment grâce à deux maisons de couture qui cherchent une laine dont elles connaissent l’origine.',
    'La mairie a promis de refaire le toit avant l’hiver. En attendant, des bâches bleues protègent l’atelier de teinture, où il pleut sur les cuves.',
    'Selon la chambre de commerce, une dizaine d’entreprises de la vallée pourraient suivre le même chemin dans les trois prochaines années.',
  ],
  quote: 'On nous disait trop vieilles pour apprendre un métier que nous faisions depuis trente ans.',
  items: [
    'Une assemblée se tient chaque premier mardi du mois.',
    'Les salaires vont de un à deux au plus.',
    'Un quart des bénéfices reste dans l’entreprise.',
  ],
  caption: 'Les ouvrières devant la porte de la filature, lundi matin',
  author: 'Clarisse Homand',
  bio: 'Clarisse Homand suit l’économie locale depuis quinze ans. Elle collectionne les boutons anciens.',
  headlines: [
    'Le pont suspendu fermé pour trois mois',
    'Un village sans médecin lance un appel',
    'La truite revient dans les eaux du Lessan',
    'Grève des cantines scolaires jeudi',
    'Le marché couvert fête ses cent ans',
  ],
  teasers: [
    'Les câbles datent de 1932 et personne ne retrouve les plans. Les habitants de la rive gauche devront faire un détour de vingt kilomètres chaque jour.',
    'Depuis le départ à la retraite du docteur, le cabinet est vide. La commune offre le logement, la voiture et même un jardin potager à qui viendra.',
    'Après dix ans de travaux sur la station d’épuration, les pêcheurs ont compté plus de quatre cents poissons sur un seul kilomètre de rivière.',
  ],
  comments: [
    'Bravo à toutes, ma mère y a travaillé trente ans et elle en pleurait ce matin en entendant la sirène de l’usine.',
    'C’est beau sur le papier, mais qui va payer quand les commandes baisseront ? On a déjà vu ça avec la verrerie.',
    'Où peut-on acheter cette laine ? Le magasin de la rue Haute n’en avait plus samedi dernier, dommage.',
  ],
  labels: {
    share: 'Partager cet article',
    related: 'À lire aussi',
    comments: '3 commentaires',
    reply: 'Répondre',
    newsletter: 'Inscrivez-vous à notre newsletter pour recevoir chaque matin l’essentiel de l’actualité.',
    cookies: 'Ce site utilise des cookies pour améliorer votre navigation.',
    ad: 'Publicité',
    tags: 'Mots-clés : coopérative, textile',
    popular: 'Les plus lus',
    rights: '© 2031 Le Courrier du Lessan. Tous droits réservés.',
    more: 'Lire la suite',
    home: 'Accueil',
  },
}

const es: PageTexts = {
  lang: 'es',
  title: 'Los regantes de Valdoria acuerdan repartir el agua por turnos',
  lead: 'El pacto, alcanzado tras seis semanas de protestas, prohíbe regar de día y crea una comisión de vecinos que vigilará las compuertas.',
  body: [
    'La asamblea reunió a casi quinientas personas en la plaza del mercado, donde se votó a mano alzada hasta bien entrada la noche del viernes.',
    'El embalse se encuentra al dieciocho por ciento de su capacidad, el nivel más bajo desde que se construyó la presa hace cincuenta y cuatro años.',
    '«Preferimos regar poco todos que mucho unos cuantos», explicó Remedios Altún, presidenta de la comunidad de regantes, al término de la reunión.',
    'Cada parcela recibirá agua durante cuatro horas por semana. Quien abra una compuerta fuera de su turno perderá el siguiente y pagará una multa.',
    'Los productores de almendra pidieron una excepción para los árboles jóvenes, que finalmente fue rechazada por un margen de treinta votos.',
    'La consejería anunció que enviará técnicos para medir los pozos ilegales de la zona, cuyo número nadie se atreve todavía a calcular.',
  ],
  quote: 'El agua no es de quien llega primero, sino de quien la cuida cuando nadie mira.',
  items: [
    'Los huertos familiares quedan fuera del reparto.',
    'Las piscinas privadas no podrán llenarse este año.',
    'La comisión publicará los turnos cada domingo.',
  ],
  caption: 'Vista del embalse de Valdoria a comienzos de agosto',
  author: 'Lázaro Quintanal',
  bio: 'Lázaro Quintanal cubre agricultura y medio ambiente. Nació en un pueblo que hoy está bajo el embalse.',
  headlines: [
    'Una nevada tardía daña los almendros',
    'El tren de la sierra cumple un siglo',
    'Detenido el alcalde de Peñarrubia',
    'La biblioteca abre también los domingos',
    'Suben los precios del aceite por tercer mes',
  ],
  teasers: [
    'La locomotora de vapor solo sale una vez al mes, pero los billetes se agotan en minutos. Un maquinista jubilado cuenta por qué sigue echando carbón.',
    'La investigación comenzó por una factura de farolas que nunca se instalaron. El partido asegura que no sabía nada de los contratos del ayuntamiento.',
    'Estudiantes y jubilados comparten mesa desde que la sala permanece abierta. El ayuntamiento quiere ampliar el horario a las noches de los viernes.',
  ],
  comments: [
    'A ver cuánto dura el acuerdo. En mi calle ya hay quien dejó la manguera abierta toda la noche del sábado.',
    'Lo de los almendros jóvenes es una injusticia, se van a morir todos y nadie nos va a dar nada a cambio.',
    'Felicidades a la asamblea, así se arreglan las cosas, hablando en la plaza y no en los despachos de la capital.',
  ],
  labels: {
    share: 'Compartir este artículo',
    related: 'Noticias relacionadas',
    comments: '3 comentarios',
    reply: 'Responder',
    newsletter: 'Suscríbete a nuestro boletín y recibe las noticias en tu correo.',
    cookies: 'Este sitio web utiliza cookies propias y de terceros para mejorar la experiencia.',
    ad: 'Publicidad',
    tags: 'Etiquetas: agua, sequía',
    popular: 'Lo más leído',
    rights: '© 2031 El Eco de Valdoria. Todos los derechos reservados.',
    more: 'Leer más',
    home: 'Inicio',
  },
}

const it: PageTexts = {
  lang: 'it',
  title: 'Roccaserena riapre il teatro dopo undici anni di lavori',
  lead: 'La sala da trecento posti, danneggiata dal terremoto, torna al pubblico con una commedia scritta dagli studenti del liceo.',
  body: [
    'Il sipario si è alzato sabato sera davanti a una platea piena, mentre altre duecento persone seguivano lo spettacolo da uno schermo montato in piazza.',
    'I lavori erano cominciati tre volte e altrettante volte si erano fermati, prima per il fallimento di un’impresa e poi per il ritrovamento di una cisterna romana.',
    '«Quando ho visto accendersi le luci ho pensato a mio padre, che qui vendeva i biglietti», ha detto la sindaca Nives Tarantello dal palco.',
    'Il restauro è costato nove milioni di fiorini, quasi il doppio di quanto era stato previsto, e una parte dei conti deve ancora essere approvata.',
    'La stagione comprende quattordici spettacoli, sette concerti e una rassegna di film muti accompagnati al pianoforte dagli allievi della scuola di musica.',
    'Il comune ha deciso che i ragazzi sotto i diciotto anni entreranno gratis fino alla fine dell’anno, purché prenotino almeno un giorno prima.',
  ],
  quote: 'Un paese senza teatro è un paese che parla solo al telefono, e io al telefono mi annoio.',
  items: [
    'Le prime due file restano riservate alle scuole.',
    'La biglietteria apre due ore prima dello spettacolo.',
    'Il bar del foyer è gestito da una cooperativa.',
  ],
  caption: 'La facciata del teatro illuminata per la riapertura',
  author: 'Ettore Bravalli',
  bio: 'Ettore Bravalli si occupa di cultura e spettacoli. Ha recitato una sola volta, nella parte di un albero.',
  headlines: [
    'Frana sulla provinciale, scuole chiuse',
    'Il formaggio di Monteferro diventa patrimonio',
    'Nuovo ospedale, slitta la posa della prima pietra',
    'Vendemmia anticipata di tre settimane',
    'La banda cerca suonatori di tromba',
  ],
  teasers: [
    'Il pastore che lo produce ha ottantadue anni e nessun erede. Due ragazze arrivate dalla città hanno imparato da lui tutto quello che non è scritto.',
    'La gara è stata annullata per un ricorso e il terreno è ancora un campo di girasoli. I medici del vecchio ospedale parlano di una situazione insostenibile.',
    'Il caldo di agosto ha accelerato la maturazione. I produttori sono divisi tra chi teme per la qualità e chi parla già di annata memorabile.',
  ],
  comments: [
    'Ero in piazza con i miei nipoti ed è stato bellissimo, anche se l’audio si sentiva poco dalle ultime file.',
    'Nove milioni! Con quella cifra si sistemavano tutte le strade del comune e avanzava pure qualcosa per gli asili.',
    'Finalmente. Adesso però pensate anche ai parcheggi, perché sabato era impossibile trovare un posto libero.',
  ],
  labels: {
    share: 'Condividi questo articolo',
    related: 'Leggi anche',
    comments: '3 commenti',
    reply: 'Rispondi',
    newsletter: 'Iscriviti alla nostra newsletter per ricevere ogni giorno le notizie principali.',
    cookies: 'Questo sito utilizza i cookie per migliorare la tua esperienza di navigazione.',
    ad: 'Pubblicità',
    tags: 'Tag: teatro, restauro',
    popular: 'I più letti',
    rights: '© 2031 La Voce di Roccaserena. Tutti i diritti riservati.',
    more: 'Continua a leggere',
    home: 'Home',
  },
}

const pt: PageTexts = {
  lang: 'pt',
  title: 'Pescadores de Barra Funda voltam ao mar depois do derrame',
  lead: 'A proibição foi levantada esta manhã em dois terços da costa, mas os mariscadores terão de esperar por novas análises.',
  body: [
    'Os primeiros barcos saíram ainda de madrugada, com as redes remendadas durante os quarenta dias em que ninguém pôde lançar âncora fora do porto.',
    'O navio que causou o derrame continua encalhado diante do farol, e a empresa proprietária ainda não pagou nenhuma das indemnizações prometidas.',
    '“O mar limpa-se sozinho, mas as contas não”, disse Jacinta Morais, que há vinte anos vende peixe no mercado da praia velha.',
    'Segundo o instituto de oceanografia, as amostras recolhidas a norte do cabo já não apresentam vestígios de óleo acima do limite permitido.',
    'A associação de pescadores calcula que cada família perdeu, em média, o equivalente a três meses de rendimento e teme pela próxima safra.',
    'O governo regional prometeu adiantar metade do valor até sexta-feira e cobrar depois a quantia à companhia de navegação nos tribunais.',
  ],
  quote: 'A gente aprende a esperar pelo mar, mas não aprende a esperar pelo dinheiro dos outros.',
  items: [
    'A apanha de mexilhão continua proibida.',
    'As praias do sul reabrem no domingo.',
    'Os barcos recebem combustível gratuito durante um mês.',
  ],
  caption: 'Barcos de pesca à saída do porto de Barra Funda',
  author: 'Anselmo Teixeira',
  bio: 'Anselmo Teixeira é repórter de ambiente. Cresceu numa casa de onde se via o farol.',
  headlines: [
    'Ponte nova fica pronta só em dezembro',
    'Escola de música procura instrumentos usados',
    'Chuva destrói metade da colheita de milho',
    'Museu recebe coleção de mapas antigos',
    'Autocarros gratuitos para os estudantes',
  ],
  teasers: [
    'A obra devia ter terminado na primavera, mas faltam ainda as vigas centrais. O empreiteiro culpa as cheias, e a câmara culpa o empreiteiro.',
    'Há violinos esquecidos em sótãos por toda a cidade. Uma professora reformada anda de porta em porta à procura deles e já encontrou trinta e um.',
    'Os agricultores pedem que seja declarado o estado de calamidade. Em algumas aldeias, a água levou também os caminhos e as cercas do gado.',
  ],
  comments: [
    'Quero ver quem vai comprar o peixe agora, depois de tudo o que se disse na televisão durante semanas a fio.',
    'Força aos pescadores! Amanhã mesmo vou ao mercado e levo a família toda para almoçar na praia velha.',
    'E o navio, quando é que o tiram dali? Está a desfazer-se aos poucos e ninguém faz absolutamente nada.',
  ],
  labels: {
    share: 'Partilhar este artigo',
    related: 'Leia também',
    comments: '3 comentários',
    reply: 'Responder',
    newsletter: 'Assine a nossa newsletter e receba as notícias no seu e-mail.',
    cookies: 'Este site utiliza cookies para melhorar a sua experiência de navegação.',
    ad: 'Publicidade',
    tags: 'Etiquetas: pesca, ambiente',
    popular: 'Mais lidas',
    rights: '© 2031 Diário da Barra. Todos os direitos reservados.',
    more: 'Leia mais',
    home: 'Início',
  },
}

export const westernTexts = { en, de, fr, es, it, pt }
