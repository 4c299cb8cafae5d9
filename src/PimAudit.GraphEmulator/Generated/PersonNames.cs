using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <summary>Names of people who do not exist, in three scripts, each name once.</summary>
internal sealed class PersonNames
{
    private static readonly Script Latin = new(
        "Amara Beatriz Cosmin Dagny Edda Farid Greta Hamza Ingrid Jorah Kirsti Lorcan Maren Nadim Odile Pelle Quirin Ronja Selma Tarik Ulrike Vesna Wanda Xenia Yorick Zofia Aurel Bruna Cyrus Delia Emre Fenna Gideon Hilde Isolde Jarek Katja Linus Mirela Noor",
        "Abelsen Brandow Carrowell Dimarco Eskildsen Farrowby Gravelund Hartwick Ivanescu Jorgaard Kestermann Lindvik Marchetti Norrington Okonjo Palmgren Quillfeld Ravndal Sandoval Thornbury Ulvestad Varga Westerholm Xavierre Yildiran Zellweg Ashgrove Birkedal Costigan Dunmarsh Eichwald Fairlund Gunnarvik Hollenbeck Ildefonso Jasperson Kallstrom Lethbridge Montclair Nordahl"
    );

    private static readonly Script Greek = new(
        "Αλέξης Βασιλική Γιώργος Δήμητρα Ελένη Ζωή Ηλίας Θάλεια Ιάσονας Κατερίνα Λευτέρης Μαρίνα Νικήτας Ξένια Ορέστης Πηνελόπη",
        "Αλεξίου Βενιέρη Γαλάνης Δελής Ευαγγέλου Ζερβός Ηλιάδη Θεοχάρης Ιωάννου Καραλής Λιβανός Μαυρίδη Νικολάου Ξενάκης Ορφανός Πετρίδη"
    );

    private static readonly Script Cyrillic = new(
        "Алина Богдан Вера Глеб Дарина Евгений Жанна Захар Ирина Кирилл Лидия Мирослав Нина Остап Полина Роман",
        "Абрамчук Березин Вишняк Горский Дымова Ерёмин Жуковец Зарянко Ильин Кравчук Лазарев Мельник Новак Орленко Погодин Рубцов"
    );

    private readonly Script[] scripts;

    public PersonNames(SplitMix64 random) =>
        scripts = [Latin.Shuffled(random), Greek.Shuffled(random), Cyrillic.Shuffled(random)];

    /// <summary>Eight of ten are Latin, one is Greek, one is Cyrillic.</summary>
    public string this[int number] =>
        (number % 10) switch
        {
            8 => scripts[1].Name(number / 10),
            9 => scripts[2].Name(number / 10),
            var digit => scripts[0].Name(number / 10 * 8 + digit),
        };

    private sealed record Script(IReadOnlyList<string> First, IReadOnlyList<string> Last)
    {
        public Script(string first, string last)
            : this(first.Split(' '), last.Split(' ')) { }

        public Script Shuffled(SplitMix64 random) => new(random.Shuffled(First), random.Shuffled(Last));

        /// <summary>When all pairs are used up, further people have an initial between.</summary>
        public string Name(int number)
        {
            var (first, last) = (number % First.Count, number / First.Count % Last.Count);
            var round = number / (First.Count * Last.Count);
            // A family name wanders against the given names, so that neighbours do not share it.
            var family = Last[(last + first) % Last.Count];
            return round == 0
                ? $"{First[first]} {family}"
                : string.Create(CultureInfo.InvariantCulture, $"{First[first]} {Initials(round)} {family}");
        }

        private static string Initials(int round) =>
            round <= 26
                ? $"{(char)('A' + round - 1)}."
                : $"{Initials((round - 1) / 26)} {Initials((round - 1) % 26 + 1)}";
    }
}
