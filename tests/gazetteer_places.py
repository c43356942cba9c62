"""Place names as people write them, and where they lie: the table of `test_gazetteer.py`, by country."""

AUSTRIA = """
Wien=AT130 Vienna=AT130 Dunaj=AT130 Wean=AT130 Linz=AT312 Graz=AT221 Gradec=AT221 Innsbruck=AT332 Innschbruck=AT332
Insbruck=AT332 Innsbruk=AT332 Bregenz=AT342 Dornbirn=AT342 Lustenau=AT342 Feldkirch=AT342 Bludenz=AT341 Klagenfurt=AT211
Celovec=AT211 Villach=AT211 Beljak=AT211 Völkermarkt=AT213 Velikovec=AT213 Wolfsberg=AT213 Eisenstadt=AT112 Lienz=AT333
Kufstein=AT335 Kitzbühel=AT335 Kitzbuehel=AT335 Kitzbuhel=AT335 Landeck=AT334 Imst=AT334 Reutte=AT331 Tamsweg=AT321
Krems=AT124 Amstetten=AT121 Mödling=AT127 Moedling=AT127 Leoben=AT223 Liezen=AT222 Leibnitz=AT225 Gmunden=AT315
Steyr=AT314 Freistadt=AT313 Ländle=AT34 Laendle=AT34 Vorarlberg=AT34 Voralberg=AT34 Tirol=AT33 Tirolo=AT33 Tyrol=AT33
Kärnten=AT21 Kaernten=AT21 Karnten=AT21 Carinzia=AT21 Steiermark=AT22 Styrie=AT22 Stiria=AT22 Burgenland=AT11
Gradiščanska=AT11 Niederösterreich=AT12 Niederoesterreich=AT12 Bassa+Austria=AT12 Oberösterreich=AT31 Salzburg=AT32
Zillertal=AT335 Ötztal=AT334 Oetztal=AT334 Stubaital=AT332 Osttirol=AT333 Pinzgau=AT322 Pongau=AT322 Lungau=AT321
Montafon=AT341 Bregenzerwald=AT341 Lavanttal=AT213 Waldviertel=AT124 Mühlviertel=AT313 Innviertel=AT311 Seewinkel=AT112
St.+Johann+in+Tirol=AT335 Sankt+Johann+in+Tirol=AT335 St.+Pölten=AT123 A-6020=AT332 A-6900=AT342 AT33=AT33 AT332=AT332
"""
SWITZERLAND = """
Genf=CH013 Genève=CH013 Geneve=CH013 Ginevra=CH013 Ženeva=CH013 Lausanne=CH011 Losanna=CH011 Sion=CH012 Sitten=CH012
Brig=CH012 Bern=CH021 Berna=CH021 Bärn=CH021 Thun=CH021 Fribourg=CH022 Neuchâtel=CH024 Neuchatel=CH024 Delémont=CH025
Solothurn=CH023 Soleure=CH023 Basel=CH031 Bâle=CH031 Basilea=CH031 Liestal=CH032 Aarau=CH033 Zürich=CH040 Zurich=CH040
Zuerich=CH040 Züri=CH040 Zurigo=CH040 Winterthur=CH040 St.+Gallen=CH055 St+Gallen=CH055 Sankt+Gallen=CH055
San+Gallo=CH055 Saint-Gall=CH055 Chur=CH056 Coira=CH056 Coire=CH056 Davos=CH056 Frauenfeld=CH057 Schaffhausen=CH052
Herisau=CH053 Glarus=CH051 Luzern=CH061 Lucerne=CH061 Lucerna=CH061 Altdorf+UR=CH062 Schwyz=CH063 Sarnen=CH064
Nidwalden=CH065 Zug=CH066 Lugano=CH070 Bellinzona=CH070 Tessin=CH07 Ticino=CH07 Wallis=CH012 Valais=CH012 Waadt=CH011
Graubünden=CH056 Graubuenden=CH056 Grigioni=CH056 Grisons=CH056 Engadin=CH056 Engadina=CH056 Prättigau=CH056
Puschlav=CH056 Emmental=CH021 Toggenburg=CH055 Goms=CH012 Leventina=CH070 Berner+Oberland=CH021 CH-8001=CH040
CH-1200=CH013 Ostschweiz=CH05 Innerschweiz=CH06 Appenzell=CH054 Aargau=CH033 Kanton+Zürich=CH04
"""
LIECHTENSTEIN = "Vaduz=LI000 Schaan=LI000 Triesenberg=LI000 Liechtenstein=LI00 Lihtenštajn=LI00 FL-9490=LI000"
SLOVENIA = """
Ljubljana=SI041 Laibach=SI041 Lubiana=SI041 Maribor=SI032 Celje=SI034 Cilli=SI034 Kranj=SI042 Krainburg=SI042
Kranju=SI042
Koper=SI044 Capodistria=SI044 Piran=SI044 Pirano=SI044 Izola=SI044 Nova+Gorica=SI043 Novi+Gorici=SI043 Tolmin=SI043
Novo+mesto=SI037 Novem+mestu=SI037 Murska+Sobota=SI031 Murski+Soboti=SI031 Ptuj=SI032 Velenje=SI034 Jesenice=SI042
Jesenicah=SI042 Skofja+Loka=SI042 Škofji+Loki=SI042 Slovenj+Gradec=SI033 Trbovlje=SI035 Krsko=SI036 Krškem=SI036
Postojna=SI038 Kočevje=SI037 Gottschee=SI037 Gorenjska=SI042 Gorenjskem=SI042 Dolenjska=SI037 Prekmurje=SI031
Štajerska=SI03 Stajerska=SI03 Primorska=SI04 Zasavje=SI035 Posavje=SI036 Goriška=SI043 Vipavska+dolina=SI043
Haloze=SI032
Bela+krajina=SI037 SI-1000=SI041 SI-4000=SI042 Oberkrain=SI042 Untersteiermark=SI03
"""
GERMANY = """
München=DE212 Muenchen=DE212 Munchen=DE212 Minga=DE212 Munich=DE212 Monaco+di+Baviera=DE212 Rosenheim=DE213
Garmisch-Partenkirchen=DE21D Garmisch+Partenkirchen=DE21D Traunstein=DE21M Landshut=DE221 Passau=DE222 Regensburg=DE232
Ratisbona=DE232 Bayreuth=DE242 Nürnberg=DE254 Nuernberg=DE254 Norimberga=DE254 Würzburg=DE263 Augsburg=DE271
Kempten=DE273
Lindau=DE27A Memmingen=DE274 Oberallgäu=DE27E Stuttgart=DE111 Stoccarda=DE111 Heilbronn=DE117 Karlsruhe=DE122
Mannheim=DE126 Konstanz=DE138 Constance=DE138 Costanza=DE138 Freiburg+im+Breisgau=DE131 Freiburg+i.+Br.=DE131
Offenburg=DE134 Tuttlingen=DE137 Villingen-Schwenningen=DE136 Ulm=DE144 Tübingen=DE142 Tuebingen=DE142 Ravensburg=DE148
Friedrichshafen=DE147 Friedrichhafen=DE147 Chiemgau=DE21 Oberbayern=DE21 Oberpfalz=DE23 Mittelfranken=DE25 Schwaben=DE27
Oberschwaben=DE14 Ostalbkreis=DE11D Landkreis+Miesbach=DE21F D-83022=DE213 D-80331=DE212 DE27=DE27
"""
FRANCE = """
Lyon=FRK26 Lione=FRK26 Grenoble=FRK24 Grenobel=FRK24 Chambéry=FRK27 Chambery=FRK27 Annecy=FRK28 Anecy=FRK28
Chamonix=FRK28 Cluses=FRK28 Oyonnax=FRK21 Valence=FRK23 Saint-Étienne=FRK25 St+Etienne=FRK25 Bourgoin-Jallieu=FRK24
Marseille=FRL04 Marsiglia=FRL04 Nice=FRL03 Nizza=FRL03 Gap=FRL02 Briançon=FRL02 Briancon=FRL02 Digne=FRL01 Toulon=FRL05
Avignon=FRL06 Strasbourg=FRF11 Straßburg=FRF11 Strassburg=FRF11 Colmar=FRF12 Mulhouse=FRF12 Mülhausen=FRF12
Besançon=FRC21 Besancon=FRC21 Belfort=FRC24 Dole=FRC22 Vesoul=FRC23 Dijon=FRC11 Clermont-Ferrand=FRK14 Aurillac=FRK12
Pays+de+Savoie=FRK2 Savoie=FRK27 Haute-Savoie=FRK28 Haute+Savoie=FRK28 Hochsavoyen=FRK28 Isère=FRK24 Isere=FRK24
Drôme=FRK23 PACA=FRL0 Alsace=FRF1 Elsass=FRF1 Franche-Comté=FRC2 Franche+Comte=FRC2 Auvergne=FRK1 Tarentaise=FRK27
Maurienne=FRK27 Grésivaudan=FRK24 Queyras=FRL02 Haut-Jura=FRC22 F-74000=FRK28 F-38000=FRK24 74=FRK28 73=FRK27
"""
ITALY = """
Bolzano=ITH10 Bozen=ITH10 Bolzano/Bozen=ITH10 Bozn=ITH10 Bulsan=ITH10 Bruneck=ITH10 Brunico=ITH10 Brixen=ITH10
Bressanone=ITH10 Meran=ITH10 Merano=ITH10 Sterzing=ITH10 Vipiteno=ITH10 Südtirol=ITH10 Suedtirol=ITH10 Sudtirol=ITH10
Alto+Adige=ITH10 South+Tyrol=ITH10 Južna+Tirolska=ITH10 Vinschgau=ITH10 Val+Venosta=ITH10 Pustertal=ITH10
Val+Pusteria=ITH10 Gröden=ITH10 Val+Gardena=ITH10 I-39031=ITH10 Trento=ITH20 Trient=ITH20 Rovereto=ITH20 Trentino=ITH20
Val+di+Fassa=ITH20 Val+di+Non=ITH20 38122+Trento=ITH20 Trieste=ITH44 Triest=ITH44 Trst=ITH44 Udine=ITH42 Gorizia=ITH43
Görz=ITH43 Goerz=ITH43 Pordenone=ITH41 Tarvisio=ITH42 Trbiž=ITH42 Friuli=ITH4 Furlanija=ITH4 Carnia=ITH42 Venezia=ITH35
Venedig=ITH35 Benetke=ITH35 Venise=ITH35 Verona=ITH31 Vicenza=ITH32 Vincenza=ITH32 Belluno=ITH33 Treviso=ITH34
Padova=ITH36 Padua=ITH36 Rovigo=ITH37 Cadore=ITH33 Milano=ITC4C Mailand=ITC4C Milan=ITC4C Monza=ITC4D Brianza=ITC4
Bergamo=ITC46 Brescia=ITC47 Como=ITC42 Lecco=ITC43 Sondrio=ITC44 Valtellina=ITC44 Veltlin=ITC44 Varese=ITC41
Cremona=ITC4A Mantova=ITC4B Lodi=ITC49 Pavia=ITC48 Val+Trompia=ITC47 Val+Seriana=ITC46 Torino=ITC11 Turin=ITC11
Cuneo=ITC16 Novara=ITC15 Biella=ITC13 Asti=ITC17 Alessandria=ITC18 Vercelli=ITC12 Verbania=ITC14 Langhe=ITC16
Val+di+Susa=ITC11 Aosta=ITC20 Aoste=ITC20 Valle+d'Aosta=ITC20 Vallée+d'Aoste=ITC20 Aostatal=ITC20 Genova=ITC33
Genua=ITC33 Gênes=ITC33 Imperia=ITC31 Savona=ITC32 La+Spezia=ITC34 Liguria=ITC3 Sappada=ITH42 BZ=ITH10 Chur+GR=CH056
"""
OUTSIDE = """
Berlin Berlino Roma Rom Rome Paris Parigi London Londra Londres Zagreb Zagabria Budapest Praha Prag Frankfurt Köln Koeln
Hamburg Amburgo Firenze Florenz Napoli Neapel Bologna Parma Palermo Toulouse Bordeaux Lille Nantes Toscana Toskana
Sardegna Bretagne Sachsen Hessen Bruxelles Brüssel Metz Nancy Reims Warszawa Hrvaška Kroatien Hongrie Rijeka Reka Madrid
"""
CANDIDATES = {
    "Freiburg": {"CH02", "DE13"},
    "Friburgo": {"CH02", "DE13"},
    "Sankt Johann": {"AT32", "AT33", "DE14"},
    "St. Johann": {"AT32", "AT33", "DE14"},
    "6020": {"AT33", "CH06"},
    "38122": {"ITH2", "FRK2"},
    "Neumarkt": {"DE23", "ITH1"},
    "Cham": {"CH06", "DE23"},
    "Jura": {"CH02", "FRC2"},
    "Vienne": {"AT13", "FRK2"},
    "Bayern": {"DE21", "DE27"},
    "Bodensee": {"AT34", "CH05", "DE14"},
    "Schwarzwald": {"DE12", "DE13", "DE14"},
    "Baden": {"AT12", "CH03"},
    "Rheinfelden": {"CH03", "DE13"},
    "Koroška": {"AT21", "SI03"},
    "Gorica": {"ITH4", "SI04"},
    "Trentino-Südtirol": {"ITH1", "ITH2"},
    "Gardasee": {"ITC4", "ITH2", "ITH3"},
}
COUNTRIES = {
    "Austria": "AT", "Österreich": "AT", "Oesterreich": "AT", "Autriche": "AT", "Avstrija": "AT", "Schweiz": "CH",
    "Suisse": "CH", "Svizzera": "CH", "Švica": "CH", "Slowenien": "SI", "Slovénie": "SI", "Slovenija": "SI",
    "Germania": "DE", "Nemčija": "DE", "Allemagne": "DE", "Italie": "IT", "Italija": "IT", "Frankreich": "FR",
}  # fmt: skip


def rows() -> list[tuple[str, str]]:
    """Each spelling with the NUTS code that it must give."""
    tables = (AUSTRIA, SWITZERLAND, LIECHTENSTEIN, SLOVENIA, GERMANY, FRANCE, ITALY)
    pairs = [row.rsplit("=", 1) for table in tables for row in table.split()]
    return [(name.replace("+", " "), code) for name, code in pairs]
