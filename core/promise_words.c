/* promise_words.c: the tables. A row lists words parted by bars. A word may stand in several rows and has all their classes;
 * of phrases the longest that fits wins, and the words it covers lose their own classes. */
#include "core/promise_words.h"

/* clang-format off */
const struct word_row promise_words[] = {
	/* The author. "mijn" and "ons" do not act. */
	{C_FIRST, NULL, FORM_OTHER,
	 "ik|ikzelf|wij|we"},
	/* The executive. */
	{C_ROLE | C_ORGAN, "college", FORM_OTHER,
	 "college|colleges|b en w|b w"},
	{C_ROLE | C_ORGAN | C_HOUSE, "college", FORM_OTHER,
	 "gemeente"},
	{C_ROLE, "wethouder", FORM_OTHER,
	 "wethouder|wethouders|portefeuillehouder|portefeuillehouders|portefeuillehoudster|collegelid|collegeleden"},
	{C_ROLE, "burgemeester", FORM_OTHER,
	 "burgemeester|loco-burgemeester"},
	{C_ROLE, "minister", FORM_OTHER,
	 "minister|ministers|minister-president|premier|bewindspersoon|bewindspersonen|bewindslieden"},
	{C_ROLE, "staatssecretaris", FORM_OTHER,
	 "staatssecretaris|staatssecretarissen"},
	{C_ROLE | C_ORGAN, "kabinet", FORM_OTHER,
	 "kabinet|regering"},
	{C_ROLE | C_ORGAN, "Gedeputeerde Staten", FORM_OTHER,
	 "gedeputeerde staten|college van gedeputeerde staten|college van gs|gs"},
	{C_ROLE, "gedeputeerde", FORM_OTHER,
	 "gedeputeerde|gedeputeerden"},
	{C_ROLE, "commissaris van de Koning", FORM_OTHER,
	 "commissaris van de koning|commissaris van de koningin|commissaris der koning|cdk"},
	{C_ROLE, "dijkgraaf", FORM_OTHER,
	 "dijkgraaf|watergraaf"},
	{C_ROLE | C_ORGAN, "dagelijks bestuur", FORM_OTHER,
	 "dagelijks bestuur|college van dijkgraaf en|dijkgraaf en gezworenen|college van dagelijks bestuur|dijkgraaf en heemraden|dijkgraaf en hoogheemraden|d h|d en h|db"},
	{C_ROLE, "heemraad", FORM_OTHER,
	 "heemraad|heemraden|gezworene|gezworenen"},
	{C_ROLE, "hoogheemraad", FORM_OTHER,
	 "hoogheemraad|hoogheemraden"},
	/* A colleague of the speaker; of what office, the paper knows. */
	{C_ROLE, NULL, FORM_OTHER,
	 "collega"},
	/* The council. */
	{C_COUNCIL, "raad", FORM_OTHER,
	 "raad|gemeenteraad|raadsleden|gemeenteraadsleden|fractievoorzitters|leden van de raad|leden van uw raad"},
	{C_COUNCIL, "Kamer", FORM_OTHER,
	 "kamer|kamers|tweede kamer|eerste kamer|kamerleden|staten-generaal|"
	 "vaste kamercommissie|leden van de kamer"},
	{C_COUNCIL, "Staten", FORM_OTHER,
	 "staten|provinciale staten|statenleden|ps|ps-leden|leden van provinciale staten|"
	 "leden van de staten"},
	{C_COUNCIL, "verenigde vergadering", FORM_OTHER,
	 "verenigde vergadering|vv|vv-leden"},
	{C_COUNCIL, "algemeen bestuur", FORM_OTHER,
	 "algemeen bestuur|ab|ab-leden|algemene vergadering|leden van het algemeen bestuur"},
	{C_COUNCIL, "commissie", FORM_OTHER,
	 "commissie|commissieleden|raadscommissie|statencommissie|leden van de commissie"},
	/* The council addressed. */
	{C_YOU, NULL, FORM_OTHER,
	 "u|uw|jullie|leden"},
	/* What only looks like the council. */
	{C_NO_COUNCIL, NULL, FORM_OTHER,
	 "raad van state|raad van bestuur|raad van toezicht|raad van commissarissen|raad van europa|"
	 "raad van ministers|raad buitenlandse zaken|raad algemene zaken|raad justitie en|raad voor concurrentievermogen|raad voor de rechtspraak|raad voor cultuur|raad voor de kinderbescherming|"
	 "raad voor rechtsbijstand|raad voor de leefomgeving|raad voor strafrechtstoepassing|raad voor volksgezondheid|"
	 "raad voor het openbaar bestuur|raad voor dierenaangelegenheden|hoge raad|europese raad|"
	 "sociaal-economische raad|kamer van koophandel|europese commissie|"
	 "commissie van wijzen|commissie van deskundigen|commissie van toezicht|commissie van onderzoek|"
	 "commissie van venetie|commissie voor bezwaarschriften|commissie voor de bezwaarschriften|"
	 "leden van|"
	 "afdeling advisering|algemene vergadering van|nadere raad|onderzoeksraad voor veiligheid"},
	/* Others, who bind nobody here. */
	{C_OTHER | C_ORGAN | C_HOUSE, "Gedeputeerde Staten", FORM_OTHER,
	 "provincie"},
	{C_OTHER | C_ORGAN | C_HOUSE, "dagelijks bestuur", FORM_OTHER,
	 "waterschap|hoogheemraadschap|wetterskip"},
	{C_OTHER | C_ORGAN | C_HOUSE, "kabinet", FORM_OTHER,
	 "nederland"},
	{C_OTHER, NULL, FORM_OTHER,
	 "rijk|vng|ipo|omgevingsdienst|inspectie|politie|ggd|uwv|prorail|corporatie|"
	 "corporaties|stichting|adviescommissie|rekenkamer|griffie|griffier|presidium|agendacommissie|"
	 "seniorenconvent|autoriteit|bureau|werkgroep|commissariaat|openbaar ministerie|toezichthouder|"
	 "hij|zij|ze|voorzitter|fractie|fracties|raadslid|statenlid|kamerlid|commissielid|heer|mevrouw|"
	 "directeur|directie|accountant|bewoners|omwonenden|inwoners|ondernemers|aannemer|ontwikkelaar|"
	 "initiatiefnemer|vervoerder|ministerie|gemeenten|provincies|waterschappen|veiligheidsregio|"
	 "rijkswaterstaat|rivm|planbureau|staatsbosbeheer|vereniging|schoolbestuur|schoolbesturen|"
	 "uitvoeringsdienst|deskundigen|onderzoekers|partijen|rekenkamercommissie|werkgeverscommissie|"
	 "auditcommissie|onderzoekscommissie|staatscommissie|fractievoorzitter|stuurgroep|projectgroep|klankbordgroep|"
	 "woningcorporatie|woningcorporaties|woonstichting|netbeheerder|netbeheerders|tennet|liander|enexis|"
	 "stedin|rvo|nvwa|rechtbank|rechter|brandweer|rijksvastgoedbedrijf|unie van waterschappen|dorpsraad|"
	 "wijkraad|adviesraad|coordinator|exploitant|eigenaar|ministeries|omgevingsdiensten|school|scholen|"
	 "zorgverzekeraar|zorgverzekeraars|cbs|cpb|pbl|scp|ns|luchthaven|concessiehouder|"
	 "veiligheidsregio's|opdrachtnemer|onderzoeksbureau|adviesbureau|bedrijf|bedrijven|verhuurder"},
	/* Future. */
	{C_FUTURE, NULL, FORM_OTHER,
	 "zal|zullen|zult|ga|gaat|gaan|treed|treedt|blijf|blijft|blijven"},
	/* Passive, present tense. */
	{C_PASSIVE, NULL, FORM_OTHER,
	 "wordt|worden"},
	/* Past, with a participle. */
	{C_PAST, NULL, FORM_OTHER,
	 "is|zijn|ben|bent|heb|hebt|heeft|hebben|was|waren|werd|werden"},
	/* Unreal, or past before the past. */
	{C_PAST | C_UNREAL, NULL, FORM_OTHER,
	 "had|hadden"},
	{C_UNREAL, NULL, FORM_OTHER,
	 "zou|zouden"},
	/* Possible. */
	{C_MODAL, NULL, FORM_OTHER,
	 "kan|kunnen|kunt|kon|konden|mag|mogen"},
	/* Wanted. */
	{C_WISH | C_UNSURE, NULL, FORM_OTHER,
	 "wil|willen"},
	/* Due by duty, which is no word given. */
	{C_DUTY, NULL, FORM_OTHER,
	 "moet|moeten|dient|dienen|hoort|behoort|moest|moesten"},
	/* Hoped, aimed at, expected: with "te" or "dat". */
	{C_HEDGE | C_UNSURE, NULL, FORM_OTHER,
	 "verwacht|verwachten|hoop|hoopt|hopen|streef|streeft|streven|voornemens|van plan|neem mij voor|neem me voor|neemt zich voor|nemen ons voor|"
	 "van zins|ervan uit|vertrouw erop|vertrouwen erop|spannen ons in|span mij in|zetten ons in|zet mij in|zet zich in|beoog|beoogt|beogen|tracht|"
	 "trachten|probeer|probeert|proberen|wenst"},
	/* Lets or makes another verb: "laat u weten", "doe u toekomen". */
	{C_LET, NULL, FORM_OTHER,
	 "laat|laten|doe|doet"},
	/* Ready to do what was asked. */
	{C_HEDGE | C_READY, NULL, FORM_OTHER,
	 "bereid|hecht eraan|hechten eraan"},
	/* Aimed at, as it is said aloud. */
	{C_HEDGE | C_UNSURE, NULL, FORM_OTHER,
	 "mik erop|mikt erop|mikken erop|koers erop|koerst erop|koersen erop|zet erop in|zetten erop in"},
	/* Not in doubt, but careful. */
	{C_HEDGE, NULL, FORM_OTHER,
	 "denk|denkt|denken"},
	/* Nouns too, so only beside who wishes. */
	{C_HEDGE | C_UNSURE | C_FIRST, NULL, FORM_OTHER,
	 "ik wens|wens ik|wij wensen|wensen wij|we wensen|wensen we"},
	/* The same as nouns, without a holder. */
	{C_PLAN, NULL, FORM_OTHER,
	 "verwachting|planning|streven|bedoeling|voornemen|intentie|inzet"},
	/* Adverbs that hedge. */
	{C_UNSURE, NULL, FORM_OTHER,
	 "naar verwachting|als het goed is|naar alle waarschijnlijkheid|vermoedelijk|waarschijnlijk|"
	 "in principe|naar ik verwacht|beoogde|voorzien|zoals het er nu naar uitziet|volgens planning|"
	 "zoals het er nu uitziet|als alles meezit|als alles goed gaat|als het meezit|als het lukt|zo het zich laat aanzien|volgens de planning|zoals gepland|zo mogelijk|indien mogelijk|hopelijk"},
	/* A member speaks to the executive. */
	{C_MEMBER, NULL, FORM_OTHER,
	 "vraag ik de minister|ik vraag de minister|wij vragen de minister|we vragen de minister|"
	 "vragen wij de minister|verzoek ik de minister|vraag ik de staatssecretaris|"
	 "ik vraag de staatssecretaris|wij vragen de staatssecretaris|we vragen de staatssecretaris|"
	 "vragen wij de staatssecretaris|verzoek ik de staatssecretaris|vraag ik het kabinet|"
	 "ik vraag het kabinet|wij vragen het kabinet|we vragen het kabinet|vragen wij het kabinet|"
	 "verzoek ik het kabinet|vraag ik het college|ik vraag het college|wij vragen het college|"
	 "we vragen het college|vragen wij het college|verzoek ik het college|vraag ik de wethouder|"
	 "ik vraag de wethouder|wij vragen de wethouder|we vragen de wethouder|vragen wij de wethouder|"
	 "verzoek ik de wethouder|vraag ik de burgemeester|ik vraag de burgemeester|wij vragen de burgemeester|"
	 "we vragen de burgemeester|vragen wij de burgemeester|verzoek ik de burgemeester|"
	 "vraag ik de gedeputeerde|ik vraag de gedeputeerde|wij vragen de gedeputeerde|"
	 "we vragen de gedeputeerde|vragen wij de gedeputeerde|verzoek ik de gedeputeerde|"
	 "vraag ik het dagelijks bestuur|ik vraag het dagelijks bestuur|wij vragen het dagelijks bestuur|"
	 "we vragen het dagelijks bestuur|vragen wij het dagelijks bestuur|verzoek ik het dagelijks bestuur|"
	 "vraag ik de heemraad|ik vraag de heemraad|wij vragen de heemraad|we vragen de heemraad|"
	 "vragen wij de heemraad|verzoek ik de heemraad|vraag ik de dijkgraaf|ik vraag de dijkgraaf|"
	 "wij vragen de dijkgraaf|we vragen de dijkgraaf|vragen wij de dijkgraaf|verzoek ik de dijkgraaf|"
	 "roep ik|ik roep|roepen wij|ik verzoek de|"
	 "ik wil graag een toezegging|horen graag|ontvangen graag|ontvang graag|hoor graag|zien graag|"
	 "zie graag|ziet graag|hoort graag|ontvangt graag|krijgt graag|zag graag|willen graag van|wil graag van|willen graag weten|wil graag weten|graag zien dat|graag de toezegging|graag een toezegging|toezegging willen|toezegging vragen|"
	 "om de volgende toezegging"},
	/* Asked by others. */
	{C_REQUEST, NULL, FORM_OTHER,
	 "verzoekt|verzoeken|verzoek|verzocht|vraagt|gevraagd|roept|roepen|oproep|draagt|dragen|dringt|"
	 "pleit|pleiten|adviseert|adviseren|opgeroepen|opgedragen|verzoekende|stelt|voorstelt"},
	/* Asks, before "of" or "wanneer". */
	{C_WONDER, NULL, FORM_OTHER,
	 "vragen|vraagt|vroeg|vraag|benieuwd|weten|horen"},
	/* The word toezegging and its verb. */
	{C_SAY, NULL, FORM_OTHER,
	 "zeg|zegt|zeggen"},
	{C_PLEDGE_NOW, NULL, FORM_OTHER,
	 "toezeg|toezegt|beloof|belooft"},
	{C_PLEDGE_INF, NULL, FORM_OTHER,
	 "toezeggen|beloven"},
	{C_PLEDGE_DONE, NULL, FORM_OTHER,
	 "toegezegd|beloofd"},
	{C_PLEDGE_NOUN, NULL, FORM_OTHER,
	 "toezegging"},
	{C_DOES, NULL, FORM_OTHER,
	 "doe|doen|gedaan|geef|gegeven|noteert"},
	/* Whose day is its own. */
	{C_MEETING, NULL, FORM_OTHER,
	 "raadsbijeenkomst|raadsavond|statenvergadering|informatieavond|debat|vergadering|raadsvergadering|commissievergadering|commissiedebat|bijeenkomst|motie|"
	 "toezegging|brief|zitting|tweeminutendebat|notaoverleg|hoorzitting"},
	/* In this very meeting. */
	{C_TODAY, NULL, FORM_OTHER,
	 "straks|dadelijk|zo meteen|zometeen|zo even|zo dadelijk|zo direct|vandaag|vanavond|nu even|"
	 "kom ik even|allereerst|kom ik zo|ik kom zo|kom ik daar zo|kom ik nog even|zo nog|zal nu|ga nu|"
	 "ga ik nu|zal ik nu|in tweede termijn|in mijn tweede termijn|in eerste termijn"},
	/* Denied. */
	{C_NOT, NULL, FORM_OTHER,
	 "niet|geen|nooit|evenmin|noch|niets|nergens"},
	/* A day that no longer counts. */
	{C_EARLIER, NULL, FORM_OTHER,
	 "eerder|voorheen|aanvankelijk|oorspronkelijk|abusievelijk|was"},
	/* Not denied, for all the words. */
	{0, NULL, FORM_OTHER,
	 "voorzien van|niet alleen|niet al te|niet eerder dan|niet later dan|niet slechts|zo niet"},
	{C_AGAIN, NULL, FORM_OTHER,
	 "zoals verzocht|zoals gevraagd"},
	/* Conditions. "als" stands where a clause begins and a subject follows. */
	{C_IF, NULL, FORM_OTHER,
	 "indien|mocht|mochten|tenzij|mits|desgewenst|zo nodig|waar nodig|indien nodig|in het geval dat|"
	 "voor zover nodig|als u|als de|als het|als er|als ik|als wij|als we|als dat|als dit|als blijkt|"
	 "als deze|als een|als die|als daar|als uit|als hij|als zij|als mijn|als jullie|als nodig"},
	/* The paper at hand does it. */
	{C_HERE, NULL, FORM_OTHER,
	 "hierbij|hiermee|bijgaand|bijgevoegd|bijgesloten|in de bijlage|als bijlage|bij dezen|bij deze"},
	{C_THIS_PAPER, NULL, FORM_OTHER,
	 "met deze brief|in deze brief|middels deze brief|via deze brief|door middel van deze brief|"
	 "bij deze brief|per deze brief|met dit schrijven|met deze raadsinformatiebrief|"
	 "in deze raadsinformatiebrief|met deze kamerbrief|in deze kamerbrief|met deze informatie|"
	 "met deze memo|met deze afdoening|in deze beantwoording|in deze notitie|in dit schrijven|"
	 "met deze beantwoording|met dit memo|u ontvangt deze brief|ontvangt u deze brief|"
	 "in dit memo|in dit document|in dit bericht|in deze mededeling|in deze statenmededeling|"
	 "met deze statenmededeling|in deze statenbrief|met deze statenbrief|met deze mededeling|"
	 "met deze notitie|in deze nota|in dit voorstel|met deze nota|dit tussenbericht|middels dit|met dit|als volgt|op de volgende manier|op de volgende wijze|"
	 "hieronder|onderstaand|onderstaande|in het onderstaande|in het navolgende|in deze memo"},
	/* Standing practice. */
	{C_PROCESS, NULL, FORM_OTHER,
	 "voordat|alvorens|vanzelfsprekend|doorgaans|zoals gebruikelijk|altijd|in de regel|na iedere|"
	 "na elke|bij iedere|bij elke|telkens|standaard|reguliere rapportage|reguliere rapportages|"
	 "reguliere voortgangsrapportage|reguliere voortgangsrapportages|reguliere cyclus|in het achterhoofd|kan me voorstellen|kan mij voorstellen|in handen van|in handen stellen|voor kennisgeving|hamerstuk|bespreekstuk|in overweging|overwegen|nadenken|na te denken|in beraad"},
	/* Owed by law, whoever says so. */
	{C_PROCESS, NULL, FORM_OTHER,
	 "ingevolge|krachtens|op grond van artikel|op grond van de|op grond van het|onze minister|"
	 "bij algemene maatregel van bestuur|bij koninklijk besluit|wettelijk verplicht|gelet op artikel|"
	 "van deze wet|van deze verordening|van dit reglement|als bedoeld in|bedoeld in artikel"},
	/* What another text says. */
	{C_QUOTES, NULL, FORM_OTHER,
	 "luidt|luidde|volgens de krant|volgens de media|naar verluidt|wordt bepaald dat|is bepaald dat|bepaalt dat|staat dat|stond dat|staat vermeld dat|staat te lezen|is vastgelegd dat|is opgenomen dat|is te lezen|valt te lezen"},
	/* Considerations. */
	{C_RECITAL, NULL, FORM_OTHER,
	 "constaterende|constaterend|dictum|beslispunt|besluitpunt|aan het besluit toe|overwegende|overwegend|gelezen|gehoord|van mening|van oordeel|"
	 "spreekt uit|stelt vast|besluit"},
	/* An earlier promise is kept here. */
	{C_FULFILLED, NULL, FORM_OTHER,
	 "voldaan|voldoe|voldoet|voldoen|met deze brief|hierbij|hiermee|"
	 "bijgaand|bijgevoegd|als bijlage|in de bijlage|in deze brief|middels deze brief|afgedaan"},
	{C_FULFILLED | C_KEPT, NULL, FORM_OTHER,
	 "gestand|ingelost|nagekomen|is gebeurd|inmiddels gebeurd|dat hebben wij|dat heb ik|dit hebben wij|dat heeft het college|"
	 "voldoen wij|voldoe ik|voldoet het college|hebben wij voldaan|heeft het college voldaan|heb ik voldaan"},
	/* Clauses about another event. */
	{C_WHEN | C_EVENT, NULL, FORM_OTHER,
	 "zodra|nadat|wanneer|op het moment dat|totdat"},
	{C_WHEN | C_CAUSE, NULL, FORM_OTHER,
	 "naar aanleiding van|op basis van|aan de hand van|in vervolg op|als gevolg van"},
	/* Ties to a later event. */
	{C_EVENT, NULL, FORM_OTHER,
	 "bij|na|volgende|eerstvolgende|komende|komend|vervolgens|alsdan|nog|binnenkort|uiterlijk|spoedig|"
	 "tzt|daarna|jaarlijks|halfjaarlijks|periodiek|regelmatig|tussentijds|actief|separaat|"
	 "afzonderlijk|nader|schriftelijk|op de hoogte"},
	/* A time to come, too vague for a moment. */
	{C_SOON | C_EVENT, NULL, FORM_OTHER,
	 "binnen afzienbare tijd|op afzienbare termijn|over een niet al te lange tijd|binnen niet al te lange tijd|"
	 "over niet al te lange tijd|binnen een niet al te lange tijd|spoedig daarna|kort daarna|snel daarna|vlak daarna|"
	 "direct daarna|meteen daarna"},
	/* Before a receiver. */
	{C_TO | C_PREP, NULL, FORM_OTHER,
	 "aan|naar|met|richting"},
	/* Before what is no subject. */
	{C_PREP, NULL, FORM_OTHER,
	 "van|door|voor|namens|tussen|over|op|in|onder|tegen|vanuit|volgens|om|bij|via"},
	/* Joins clauses. */
	{C_JOIN, NULL, FORM_OTHER,
	 "en|maar|alsmede"},
	/* Bodies to come. */
	{C_LATE, NULL, FORM_OTHER,
	 "volgend|volgende|nieuwe|nieuw|toekomstige|komende"},
	/* Opens a clause with a finite verb of its own. */
	{C_SUB, NULL, FORM_OTHER,
	 "dat|die|omdat|zodat|terwijl|hoewel|doordat|aangezien|of|hoe|waar|waarin|waarbij|waarmee|waardoor|"
	 "waarvan|waarover|waarvoor|waaraan|welke|wie|wat"},
	/* Explains, or says what a paper holds. */
	{C_REASON, NULL, FORM_OTHER,
	 "omdat|doordat|aangezien|daarin|waarin"},
	/* Behind a particle. */
	{C_TAIL, NULL, FORM_OTHER,
	 "ter|ten|met het verzoek|met het voorstel|met de vraag|met het oog op|uiterlijk|zoals|conform|tezamen|samen|inclusief|"
	 "voorafgaand|vooruitlopend"},
	/* Speaks in the council, and not for the executive. */
	{C_DELEGATE, NULL, FORM_OTHER,
	 "fractie|fracties|raadslid|statenlid|kamerlid|commissielid|heer|mevrouw|fractievoorzitter"},
	/* As was said. */
	{C_SUCH, NULL, FORM_OTHER,
	 "zoals|conform|overeenkomstig"},
	/* Leads back. */
	{C_BACK, NULL, FORM_OTHER,
	 "hierover|hiervan|hierop|hieraan|hiernaar|daarover|daarvan|daarop|daarnaar|tevens|hier|daar|"
	 "ervan|erover|erop|dit|deze|dat"},
	/* Says that it was said. */
	{C_AGAIN, NULL, FORM_OTHER,
	 "zoals gezegd|zoals toegezegd|zoals aangegeven|zoals vermeld|zoals gemeld|zoals beschreven|"
	 "zoals eerder aangegeven|zoals eerder gemeld|zoals hierboven aangegeven|als gezegd|nogmaals|"
	 "conform de toezegging|zoals ook aangegeven"},
	/* What is done. */
	{C_OBJECT, NULL, FORM_RESEARCH,
	 "onderzoek|onderzoekje|verkenning|verkenningen|analyse|inventarisatie|quickscan|studie|"
	 "haalbaarheidsstudie|nulmeting"},
	{C_OBJECT, NULL, FORM_EVALUATION,
	 "evaluatie|evaluaties"},
	{C_OBJECT, NULL, FORM_CONVERSATION,
	 "gesprek|gesprekken|overleg|dialoog|contact|afspraken"},
	{C_OBJECT, NULL, FORM_OTHER,
	 "aandacht|onder de aandacht|onder hun aandacht|uitvoering|opvolging|gevolg|vervolg|gehoor|"
	 "invulling|pilot|actie|standpunt|besluit|maatregelen|stappen|actualisatie|herijking|herziening|"
	 "informatiebijeenkomst|informatieavond|themabijeenkomst|thema-avond|bijpraatsessie|werkwijze|uitwerking|inrichting|herinrichting|bijeenkomst|sessie|technische sessie|werkbezoek|aan de orde|ter sprake"},
	/* What is delivered. */
	{C_OBJECT, NULL, FORM_OTHER,
	 "opmerking|opmerkingen|suggestie|suggesties|aandachtspunt|aandachtspunten|punt|zorgen over|"
	 "zorgen van|signaal|signalen|aanbeveling|aanbevelingen|idee|die vraag|deze vraag|uw vraag"},
	{C_OBJECT, NULL, FORM_REPORT,
	 "verslag|presentatie|toelichting|tussenbericht|tussenstand|afschrift|dashboard|briefing|informatie|"
	 "stukken|resultaten|uitkomsten|bevindingen|cijfers|overzicht|bericht|rapport|"
	 "rapportage|voortgangsrapportage|monitor|reactie|uitsluitsel|inzicht|duidelijkheid|"
	 "terugkoppeling|op de hoogte|in kennis|agenda|actieplan|plan van aanpak|plan|opgave|"
	 "technische briefing|notitie|factsheet|update|tijdpad|tijdlijn|lijst|gegevens|memorie|rapporten|"
	 "voortgangsbericht|in kaart|op een rij|in beeld|stand van zaken|onderbouwing|"
	 "berekening|berekeningen|raming|specificatie|kopie|document|documenten|toezending|aanbieding|"
	 "verzending|publicatie|terugmelding|bijlage|stuk"},
	{C_OBJECT, NULL, FORM_LETTER,
	 "brief|brieven|mededeling|collegebericht|raadsbericht|informatienota|per brief|per memo|per mail|"
	 "schriftelijk antwoord|kabinetsreactie|beleidsreactie|memo|raadsmemo|antwoord|antwoorden|beantwoording|"
	 "afdoening|afdoeningen|tussenberichten|rib"},
	{C_OBJECT, NULL, FORM_PROPOSAL,
	 "voorstel|nota|verordening|visie|raadsbesluit|wetsvoorstel|conceptbesluit"},
	/* To decide. */
	{C_DECIDE, NULL, FORM_PROPOSAL,
	 "ter besluitvorming|voor besluitvorming|ter vaststelling|ter instemming|ter goedkeuring|"
	 "besluitvormend"},
	/* With "gaat" or "wil" an act by itself. */
	{C_TASK, NULL, FORM_CONVERSATION,
	 "in gesprek|in overleg|in dialoog|de dialoog|het gesprek|om tafel|rond de tafel|langs bij|"
	 "ingesprek"},
	{C_TASK, NULL, FORM_LETTER,
	 "naar beantwoording|naar afdoening|naar een antwoord|naar een afdoening"},
	{C_TASK, NULL, FORM_PROPOSAL,
	 "naar indiening|naar aanbieding"},
	{C_TASK, NULL, FORM_OTHER,
	 "aan de slag|aan het werk|achteraan|op bezoek|op werkbezoek"},
	/* Opens a question. */
	{C_ASKING, NULL, FORM_OTHER,
	 "kunt u|wilt u|bent u|gaat u|zult u|deelt u|heeft u|klopt het|kan de minister|kan het kabinet|"
	 "kan het college|kan de wethouder|kan de staatssecretaris|is de minister|is het kabinet|"
	 "is het college|is de wethouder|wanneer kan|wanneer kunt|wanneer wordt|wanneer komt|hoe gaat|"
	 "waarom|wat is|zou de minister|zou het college"},
	/* Without content of its own. */
	{C_FILLER, NULL, FORM_OTHER,
	 "voortgang|uitkomst|uitkomsten|resultaat|resultaten|bevindingen|nadere|verdere|verder|andere|"
	 "middels|stand van zaken|kader|informeren|genoemde|ontwikkelingen|mogelijk|verschillende|wijze|"
	 "tijdens|worden|hebben|daarnaast|waarbij|waarin|betreffende|rondom|inzake|aangaande"},
	/* English: papers of bodies that write it, and parts of others. "I" counts before its verb only: "i." marks items too. */
	{C_ROLE | C_ORGAN, "college", FORM_OTHER,
	 "municipal executive|executive board|the executive|board of mayor and aldermen"},
	{C_ROLE, "wethouder", FORM_OTHER,
	 "alderman|alderwoman|aldermen"},
	{C_ROLE, "burgemeester", FORM_OTHER,
	 "mayor"},
	{C_ROLE | C_ORGAN, "kabinet", FORM_OTHER,
	 "the government|the cabinet"},
	{C_ROLE, "staatssecretaris", FORM_OTHER,
	 "state secretary|secretary of state"},
	{C_COUNCIL, "raad", FORM_OTHER,
	 "council|city council|municipal council|town council"},
	{C_COUNCIL, "Kamer", FORM_OTHER,
	 "the house|house of representatives|the senate|parliament"},
	{C_COUNCIL, "Staten", FORM_OTHER,
	 "provincial council"},
	{C_NO_COUNCIL, NULL, FORM_OTHER,
	 "european council|council of state|council of europe|council of ministers|european parliament"},
	{C_YOU, NULL, FORM_OTHER,
	 "you"},
	{C_OTHER, NULL, FORM_OTHER,
	 "ministry|province|police|contractor|inspectorate|agency|developer|residents|councillor|auditor"},
	{C_FUTURE, NULL, FORM_OTHER,
	 "will|shall"},
	{C_FUTURE | C_FIRST, NULL, FORM_OTHER,
	 "i will|i shall|i'll|we'll"},
	{C_PASSIVE, NULL, FORM_OTHER,
	 "be"},
	{C_PAST, NULL, FORM_OTHER,
	 "has|have|were|been"},
	{C_PAST | C_FIRST, NULL, FORM_OTHER,
	 "i have|i had|i was"},
	{C_UNREAL, NULL, FORM_OTHER,
	 "would|could|might|wouldn't"},
	{C_UNREAL | C_FIRST, NULL, FORM_OTHER,
	 "i would|i could|i might"},
	{C_MODAL, NULL, FORM_OTHER,
	 "can"},
	{C_MODAL | C_FIRST, NULL, FORM_OTHER,
	 "i can"},
	{C_DUTY, NULL, FORM_OTHER,
	 "must|should|ought"},
	{C_HEDGE | C_UNSURE, NULL, FORM_OTHER,
	 "intend|intends|expect|expects|aim|aims|hope|hopes|plan to|plans to|strive|strives"},
	{C_HEDGE | C_UNSURE | C_FIRST, NULL, FORM_OTHER,
	 "i intend|i expect|i aim|i hope|i plan"},
	{C_UNSURE, NULL, FORM_OTHER,
	 "probably|presumably|in principle|hopefully|if possible"},
	{C_REQUEST, NULL, FORM_OTHER,
	 "asks|asked|requests|requested|urges|urged|calls on|calls upon|called on|called upon|instructs|instructed|recommends|wants|invites|invited"},
	{C_PLEDGE_NOW, NULL, FORM_OTHER,
	 "undertakes to|undertakes that|promises to|promises that|pledges to|commits to"},
	{C_PLEDGE_NOW | C_FIRST, NULL, FORM_OTHER,
	 "i undertake|i promise|i pledge|we undertake|we promise|we pledge"},
	{C_NOT, NULL, FORM_OTHER,
	 "not|never|cannot|won't|neither"},
	{C_IF, NULL, FORM_OTHER,
	 "if|unless|where necessary|if necessary|provided that"},
	{C_HERE, NULL, FORM_OTHER,
	 "hereby|herewith|enclosed"},
	{C_THIS_PAPER, NULL, FORM_OTHER,
	 "in this letter|with this letter|by this letter|in this report|in this memo"},
	{C_TODAY, NULL, FORM_OTHER,
	 "in a moment|later today|tonight|this evening"},
	{C_WHEN | C_EVENT, NULL, FORM_OTHER,
	 "once|as soon as|when"},
	{C_TO | C_PREP, NULL, FORM_OTHER,
	 "to|with"},
	{C_PREP, NULL, FORM_OTHER,
	 "by|for|on|about|from|at|under|before|after|during"},
	{C_JOIN, NULL, FORM_OTHER,
	 "and|but"},
	{C_SUB, NULL, FORM_OTHER,
	 "that|which|who|because|whether|how"},
	{C_OBJECT, NULL, FORM_LETTER,
	 "letter|written answer|written reply"},
	{C_OBJECT, NULL, FORM_REPORT,
	 "report|overview|memorandum|information|results|findings|figures|progress report"},
	{C_OBJECT, NULL, FORM_PROPOSAL,
	 "proposal|bill|bylaw"},
	{C_OBJECT, NULL, FORM_EVALUATION,
	 "evaluation"},
	{C_OBJECT, NULL, FORM_RESEARCH,
	 "study|investigation|research"},
};

const struct verb_row promise_verbs[] = {
	{"informeren", "geinformeerd", "informeer", "informeert", NULL, FORM_REPORT, REACH_COUNCIL},
	{"weten", NULL, NULL, NULL, NULL, FORM_REPORT, REACH_COUNCIL},
	{"volgen", "gevolgd", "volg", "volgt", NULL, FORM_REPORT, REACH_AWAIT},
	{"liggen", "gelegen", "lig", "ligt", NULL, FORM_REPORT, REACH_MOVE},
	{"ingaan", "ingegaan", "ga", "gaat", "in", FORM_REPORT, REACH_LIGHT},
	{"opschrijven", "opgeschreven", "schrijf", "schrijft", "op", FORM_REPORT, REACH_LIGHT},
	{"betrekken", "betrokken", "betrek", "betrekt", NULL, FORM_OTHER, REACH_LIGHT},
	{"betrekken", "betrokken", "betrek", "betrekt", NULL, FORM_OTHER, REACH_COUNCIL},
	{"verwerken", "verwerkt", "verwerk", "verwerkt", NULL, FORM_OTHER, REACH_LIGHT},
	{"zetten", "gezet", "zet", "zet", NULL, FORM_OTHER, REACH_LIGHT},
	{"bijpraten", "bijgepraat", "praat", "praat", "bij", FORM_REPORT, REACH_COUNCIL},
	{"berichten", "bericht", "bericht", NULL, NULL, FORM_REPORT, REACH_COUNCIL},
	{"melden", "gemeld", "meld", "meldt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"inlichten", "ingelicht", "licht", "licht", "in", FORM_REPORT, REACH_COUNCIL},
	{"terugmelden", "teruggemeld", "meld", "meldt", "terug", FORM_REPORT, REACH_SELF},
	{"terugrapporteren", "teruggerapporteerd", "rapporteer", "rapporteert", "terug", FORM_REPORT, REACH_SELF},
	{"uiteenzetten", "uiteengezet", "zet", "zet", "uiteen", FORM_REPORT, REACH_COUNCIL},
	{"aanreiken", "aangereikt", "reik", "reikt", "aan", FORM_REPORT, REACH_COUNCIL},
	{"toevoegen", "toegevoegd", "voeg", "voegt", "toe", FORM_REPORT, REACH_LIGHT},
	{"voorhangen", "voorgehangen", "hang", "hangt", "voor", FORM_PROPOSAL, REACH_COUNCIL},
	{"mededelen", "medegedeeld", "deel", "deelt", "mede", FORM_REPORT, REACH_COUNCIL},
	{"meedelen", "meegedeeld", "deel", "deelt", "mee", FORM_REPORT, REACH_COUNCIL},
	{"rapporteren", "gerapporteerd", "rapporteer", "rapporteert", NULL, FORM_REPORT, REACH_OWN},
	{"sturen", "gestuurd", "stuur", "stuurt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"toesturen", "toegestuurd", "stuur", "stuurt", "toe", FORM_REPORT, REACH_SELF},
	{"toezenden", "toegezonden", "zend", "zendt", "toe", FORM_REPORT, REACH_SELF},
	{"opsturen", "opgestuurd", "stuur", "stuurt", "op", FORM_REPORT, REACH_SELF},
	{"nazenden", "nagezonden", "zend", "zendt", "na", FORM_REPORT, REACH_SELF},
	{"nasturen", "nagestuurd", "stuur", "stuurt", "na", FORM_REPORT, REACH_SELF},
	{"doorsturen", "doorgestuurd", "stuur", "stuurt", "door", FORM_REPORT, REACH_COUNCIL},
	{"doorzenden", "doorgezonden", "zend", "zendt", "door", FORM_REPORT, REACH_COUNCIL},
	{"rondsturen", "rondgestuurd", "stuur", "stuurt", "rond", FORM_REPORT, REACH_SELF},
	{"aanleveren", "aangeleverd", "lever", "levert", "aan", FORM_REPORT, REACH_COUNCIL},
	{"overhandigen", "overhandigd", "overhandig", "overhandigt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"voorzien", NULL, NULL, "voorziet", NULL, FORM_REPORT, REACH_COUNCIL},
	{"vertellen", "verteld", "vertel", "vertelt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"uitnodigen", "uitgenodigd", "nodig", "nodigt", "uit", FORM_OTHER, REACH_COUNCIL},
	{"versturen", "verstuurd", "verstuur", "verstuurt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"zenden", "gezonden", "zend", "zendt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"verzenden", "verzonden", "verzend", "verzendt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"toekomen", NULL, NULL, NULL, NULL, FORM_REPORT, REACH_SELF},
	{"toekomen", NULL, NULL, "komt", "toe", FORM_REPORT, REACH_RECEIVE},
	{"aanbieden", "aangeboden", "bied", "biedt", "aan", FORM_REPORT, REACH_COUNCIL},
	{"voorleggen", "voorgelegd", "leg", "legt", "voor", FORM_PROPOSAL, REACH_COUNCIL},
	{"presenteren", "gepresenteerd", "presenteer", "presenteert", NULL, FORM_REPORT, REACH_COUNCIL},
	{"delen", "gedeeld", "deel", "deelt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"verstrekken", "verstrekt", "verstrek", "verstrekt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"verschaffen", "verschaft", "verschaf", "verschaft", NULL, FORM_REPORT, REACH_COUNCIL},
	{"toelichten", "toegelicht", "licht", "licht", "toe", FORM_REPORT, REACH_COUNCIL},
	{"indienen", "ingediend", NULL, "dient", "in", FORM_PROPOSAL, REACH_COUNCIL},
	{"bijstellen", "bijgesteld", "stel", "stelt", "bij", FORM_OTHER, REACH_OWN},
	{"terugkomen", "teruggekomen", "kom", "komt", "terug", FORM_REPORT, REACH_SELF},
	{"terugkoppelen", "teruggekoppeld", "koppel", "koppelt", "terug", FORM_REPORT, REACH_SELF},
	{"afdoen", "afgedaan", "doe", "doet", "af", FORM_LETTER, REACH_SELF},
	{"beantwoorden", "beantwoord", "beantwoord", "beantwoordt", NULL, FORM_LETTER, REACH_SELF},
	{"ontvangen", "ontvangen", "ontvang", "ontvangt", NULL, FORM_REPORT, REACH_RECEIVE},
	{"krijgen", "gekregen", "krijg", "krijgt", NULL, FORM_REPORT, REACH_RECEIVE},
	{"verwachten", NULL, NULL, NULL, NULL, FORM_REPORT, REACH_RECEIVE},
	{"verwachten", "verwacht", "verwacht", "verwacht", NULL, FORM_REPORT, REACH_AWAIT},
	{"plannen", "gepland", NULL, NULL, NULL, FORM_REPORT, REACH_AWAIT},
	{"voorzien", "voorzien", NULL, NULL, NULL, FORM_REPORT, REACH_AWAIT},
	{"horen", NULL, "hoor", "hoort", NULL, FORM_REPORT, REACH_RECEIVE},
	{"vernemen", "vernomen", "verneem", "verneemt", NULL, FORM_REPORT, REACH_RECEIVE},
	{"tegemoetzien", NULL, "zie", "ziet", "tegemoet", FORM_REPORT, REACH_RECEIVE},
	{"komen", "gekomen", "kom", "komt", NULL, FORM_REPORT, REACH_MOVE},
	{"gaan", "gegaan", "ga", "gaat", NULL, FORM_REPORT, REACH_MOVE},
	{"onderzoeken", "onderzocht", NULL, "onderzoekt", NULL, FORM_RESEARCH, REACH_OWN},
	{"verkennen", "verkend", "verken", "verkent", NULL, FORM_RESEARCH, REACH_OWN},
	{"bezien", "bezien", "bezie", "beziet", NULL, FORM_RESEARCH, REACH_OWN},
	{"achterhalen", "achterhaald", "achterhaal", "achterhaalt", NULL, FORM_RESEARCH, REACH_OWN},
	{"uitvragen", "uitgevraagd", "vraag", "vraagt", "uit", FORM_RESEARCH, REACH_OWN},
	{"doorlichten", "doorgelicht", "licht", "licht", "door", FORM_RESEARCH, REACH_OWN},
	{"analyseren", "geanalyseerd", "analyseer", "analyseert", NULL, FORM_RESEARCH, REACH_OWN},
	{"narekenen", "nagerekend", "reken", "rekent", "na", FORM_RESEARCH, REACH_OWN},
	{"nakijken", "nagekeken", "kijk", "kijkt", "na", FORM_RESEARCH, REACH_OWN},
	{"bekijken", "bekeken", "bekijk", "bekijkt", NULL, FORM_RESEARCH, REACH_OWN},
	{"kijken", NULL, NULL, "kijkt", NULL, FORM_RESEARCH, REACH_OWN},
	{"bestuderen", "bestudeerd", "bestudeer", "bestudeert", NULL, FORM_RESEARCH, REACH_OWN},
	{"checken", "gecheckt", "check", "checkt", NULL, FORM_RESEARCH, REACH_OWN},
	{"nalopen", "nagelopen", "loop", "loopt", "na", FORM_RESEARCH, REACH_OWN},
	{"peilen", "gepeild", "peil", "peilt", NULL, FORM_RESEARCH, REACH_OWN},
	{"consulteren", "geconsulteerd", "consulteer", "consulteert", NULL, FORM_CONVERSATION, REACH_OWN},
	{"opbrengen", "opgebracht", "breng", "brengt", "op", FORM_OTHER, REACH_OWN},
	{"inplannen", "ingepland", "plan", "plant", "in", FORM_OTHER, REACH_LIGHT},
	{"plannen", NULL, NULL, "plant", NULL, FORM_OTHER, REACH_LIGHT},
	{"beleggen", "belegd", "beleg", "belegt", NULL, FORM_OTHER, REACH_LIGHT},
	{"nagaan", "nagegaan", "ga", "gaat", "na", FORM_RESEARCH, REACH_OWN},
	{"uitzoeken", "uitgezocht", "zoek", "zoekt", "uit", FORM_RESEARCH, REACH_OWN},
	{"inventariseren", "geinventariseerd", "inventariseer", "inventariseert", NULL, FORM_RESEARCH, REACH_OWN},
	{"doorrekenen", "doorgerekend", "reken", "rekent", "door", FORM_RESEARCH, REACH_OWN},
	{"evalueren", "geevalueerd", "evalueer", "evalueert", NULL, FORM_EVALUATION, REACH_OWN},
	{"monitoren", "gemonitord", NULL, "monitort", NULL, FORM_RESEARCH, REACH_OWN},
	{"overleggen", "overlegd", "overleg", "overlegt", NULL, FORM_CONVERSATION, REACH_OWN},
	{"bespreken", "besproken", "bespreek", "bespreekt", NULL, FORM_CONVERSATION, REACH_OWN},
	{"inbrengen", "ingebracht", "breng", "brengt", "in", FORM_OTHER, REACH_OWN},
	{"bepleiten", "bepleit", "bepleit", "bepleit", NULL, FORM_CONVERSATION, REACH_OWN},
	{"doorgeven", "doorgegeven", "geef", "geeft", "door", FORM_OTHER, REACH_OWN},
	{"overnemen", "overgenomen", "neem", "neemt", "over", FORM_OTHER, REACH_LIGHT},
	{"opvolgen", "opgevolgd", "volg", "volgt", "op", FORM_OTHER, REACH_LIGHT},
	{"uitbrengen", "uitgebracht", "breng", "brengt", "uit", FORM_REPORT, REACH_LIGHT},
	{"voorbereiden", "voorbereid", NULL, NULL, "voor", FORM_OTHER, REACH_LIGHT},
	{"afronden", "afgerond", NULL, NULL, "af", FORM_OTHER, REACH_LIGHT},
	{"opleveren", "opgeleverd", NULL, NULL, "op", FORM_OTHER, REACH_LIGHT},
	{"plegen", "gepleegd", "pleeg", "pleegt", NULL, FORM_OTHER, REACH_LIGHT},
	{"aankaarten", "aangekaart", "kaart", "kaart", "aan", FORM_CONVERSATION, REACH_OWN},
	{"benaderen", "benaderd", "benader", "benadert", NULL, FORM_CONVERSATION, REACH_OWN},
	{"bellen", "gebeld", "bel", "belt", NULL, FORM_CONVERSATION, REACH_OWN},
	{"mailen", "gemaild", "mail", "mailt", NULL, FORM_REPORT, REACH_COUNCIL},
	{"nabellen", "nagebeld", "bel", "belt", "na", FORM_CONVERSATION, REACH_OWN},
	{"doorgeleiden", "doorgeleid", "doorgeleid", "doorgeleidt", NULL, FORM_OTHER, REACH_OWN},
	{"verdiepen", "verdiept", "verdiep", "verdiept", NULL, FORM_RESEARCH, REACH_OWN},
	{"uitwerken", "uitgewerkt", "werk", "werkt", "uit", FORM_OTHER, REACH_OWN},
	{"actualiseren", "geactualiseerd", "actualiseer", "actualiseert", NULL, FORM_OTHER, REACH_OWN},
	{"doen", "gedaan", "doe", "doet", NULL, FORM_OTHER, REACH_LIGHT},
	{"uitvoeren", "uitgevoerd", "voer", "voert", "uit", FORM_OTHER, REACH_OWN},
	{"oppakken", "opgepakt", "pak", "pakt", "op", FORM_OTHER, REACH_OWN},
	{"praten", "gepraat", NULL, NULL, NULL, FORM_CONVERSATION, REACH_OWN},
	{"spreken", "gesproken", "spreek", "spreekt", NULL, FORM_CONVERSATION, REACH_OWN},
	{"aandringen", "aangedrongen", "dring", "dringt", "aan", FORM_CONVERSATION, REACH_OWN},
	{"attenderen", "geattendeerd", "attendeer", "attendeert", NULL, FORM_CONVERSATION, REACH_OWN},
	{"aanspreken", "aangesproken", "spreek", "spreekt", "aan", FORM_CONVERSATION, REACH_OWN},
	{"toetsen", "getoetst", "toets", "toetst", NULL, FORM_RESEARCH, REACH_OWN},
	{"navragen", "nagevraagd", NULL, NULL, "na", FORM_RESEARCH, REACH_OWN},
	{"opvragen", "opgevraagd", NULL, NULL, "op", FORM_RESEARCH, REACH_OWN},
	{"herijken", "herijkt", "herijk", "herijkt", NULL, FORM_OTHER, REACH_OWN},
	{"heroverwegen", "heroverwogen", "heroverweeg", "heroverweegt", NULL, FORM_RESEARCH, REACH_OWN},
	{"aanpassen", "aangepast", "pas", "past", "aan", FORM_OTHER, REACH_OWN},
	{"agenderen", "geagendeerd", "agendeer", "agendeert", NULL, FORM_OTHER, REACH_COUNCIL},
	{"verrichten", "verricht", "verricht", "verricht", NULL, FORM_OTHER, REACH_LIGHT},
	{"instellen", "ingesteld", "stel", "stelt", "in", FORM_OTHER, REACH_LIGHT},
	{"starten", "gestart", NULL, NULL, NULL, FORM_OTHER, REACH_LIGHT},
	{"vragen", NULL, NULL, NULL, NULL, FORM_CONVERSATION, REACH_OWN},
	{"voeren", "gevoerd", "voer", "voert", NULL, FORM_OTHER, REACH_LIGHT},
	{"treden", "getreden", "treed", "treedt", NULL, FORM_OTHER, REACH_LIGHT},
	{"aangaan", "aangegaan", "ga", "gaat", "aan", FORM_OTHER, REACH_LIGHT},
	{"opnemen", "opgenomen", "neem", "neemt", "op", FORM_OTHER, REACH_LIGHT},
	{"meenemen", "meegenomen", "neem", "neemt", "mee", FORM_OTHER, REACH_LIGHT},
	{"meenemen", "meegenomen", "neem", "neemt", "mee", FORM_REPORT, REACH_COUNCIL},
	{"zorgen", "gezorgd", "zorg", NULL, NULL, FORM_OTHER, REACH_OWN},
	{"regelen", "geregeld", "regel", NULL, NULL, FORM_OTHER, REACH_OWN},
	{"brengen", "gebracht", "breng", "brengt", NULL, FORM_REPORT, REACH_LIGHT},
	{"stellen", "gesteld", "stel", "stelt", NULL, FORM_REPORT, REACH_LIGHT},
	{"houden", "gehouden", "houd", "houdt", NULL, FORM_REPORT, REACH_LIGHT},
	{"geven", "gegeven", "geef", "geeft", NULL, FORM_REPORT, REACH_LIGHT},
	{"maken", "gemaakt", "maak", "maakt", NULL, FORM_OTHER, REACH_LIGHT},
	{"opstellen", "opgesteld", "stel", "stelt", "op", FORM_OTHER, REACH_LIGHT},
	{"organiseren", "georganiseerd", "organiseer", "organiseert", NULL, FORM_OTHER, REACH_LIGHT},
	{"zoeken", "gezocht", "zoek", "zoekt", NULL, FORM_OTHER, REACH_LIGHT},
	{"nemen", "genomen", NULL, "neemt", NULL, FORM_OTHER, REACH_LIGHT},
	{"innemen", "ingenomen", NULL, "neemt", "in", FORM_OTHER, REACH_LIGHT},
	{"overbrengen", "overgebracht", "breng", "brengt", "over", FORM_OTHER, REACH_OWN},
	/* English. Its first person is its infinitive, which is read as both. */
	{"inform", "informed", NULL, "informs", NULL, FORM_REPORT, REACH_COUNCIL},
	{"notify", "notified", NULL, "notifies", NULL, FORM_REPORT, REACH_COUNCIL},
	{"send", "sent", NULL, "sends", NULL, FORM_REPORT, REACH_COUNCIL},
	{"submit", "submitted", NULL, "submits", NULL, FORM_REPORT, REACH_COUNCIL},
	{"present", "presented", NULL, "presents", NULL, FORM_REPORT, REACH_COUNCIL},
	{"provide", "provided", NULL, "provides", NULL, FORM_REPORT, REACH_COUNCIL},
	{"bring", "brought", NULL, "brings", NULL, FORM_REPORT, REACH_COUNCIL},
	{"share", "shared", NULL, "shares", NULL, FORM_REPORT, REACH_COUNCIL},
	{"report", "reported", NULL, "reports", NULL, FORM_REPORT, REACH_OWN},
	{"return", "returned", NULL, "returns", NULL, FORM_REPORT, REACH_SELF},
	{"answer", "answered", NULL, "answers", NULL, FORM_LETTER, REACH_SELF},
	{"receive", "received", NULL, "receives", NULL, FORM_REPORT, REACH_RECEIVE},
	{"evaluate", "evaluated", NULL, "evaluates", NULL, FORM_EVALUATION, REACH_OWN},
	{"investigate", "investigated", NULL, "investigates", NULL, FORM_RESEARCH, REACH_OWN},
};

const struct word_row promise_suffixes[] = {
	{C_OBJECT, NULL, FORM_LETTER, "brief"},
	{C_OBJECT, NULL, FORM_LETTER, "brieven"},
	{C_OBJECT, NULL, FORM_LETTER, "mededeling"},
	{C_OBJECT, NULL, FORM_LETTER, "memo"},
	{C_OBJECT, NULL, FORM_REPORT, "notitie"},
	{C_OBJECT, NULL, FORM_REPORT, "rapport"},
	{C_OBJECT, NULL, FORM_RESEARCH, "onderzoek"},
	{C_OBJECT, NULL, FORM_RESEARCH, "verkenning"},
	{C_OBJECT, NULL, FORM_RESEARCH, "studie"},
	{C_OBJECT, NULL, FORM_RESEARCH, "scan"},
	{C_OBJECT, NULL, FORM_EVALUATION, "evaluatie"},
	{C_OBJECT, NULL, FORM_CONVERSATION, "gesprek"},
	{C_OBJECT, NULL, FORM_CONVERSATION, "gesprekken"},
	{C_OBJECT, NULL, FORM_CONVERSATION, "overleg"},
	{C_OBJECT, NULL, FORM_PROPOSAL, "voorstel"},
	{C_OBJECT, NULL, FORM_PROPOSAL, "nota"},
	{C_OBJECT, NULL, FORM_PROPOSAL, "verordening"},
	{C_OBJECT, NULL, FORM_PROPOSAL, "visie"},
	{C_OBJECT, NULL, FORM_PROPOSAL, "strategie"},
	{C_OBJECT, NULL, FORM_REPORT, "rapportage"},
	{C_OBJECT, NULL, FORM_REPORT, "monitor"},
	{C_OBJECT, NULL, FORM_REPORT, "plan"},
	{C_OBJECT, NULL, FORM_REPORT, "agenda"},
};
/* clang-format on */

const size_t promise_word_count = ARRAY_SIZE(promise_words);
const size_t promise_verb_count = ARRAY_SIZE(promise_verbs);
const size_t promise_suffix_count = ARRAY_SIZE(promise_suffixes);
