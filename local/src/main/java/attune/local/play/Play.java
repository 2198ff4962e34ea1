package attune.local.play;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

import attune.local.DemoClients;
import attune.local.RunningAttune;
import attune.local.api.Api;
import attune.local.api.SignIn;
import attune.local.api.UnreachableException;

/**
 * The command behind {@code ./attune play}: plays real input through a running Attune and counts what arrives. Ends with
 * 0 when all went well, with 1 when something was lost, doubled or not accepted, with 2 when it could not be played.
 */
public final class Play {

    private static final int NOT_WELL = 1;
    private static final int NOT_PLAYED = 2;

    private final Options options;
    private final InstantSource clock = InstantSource.system();
    private final Report report = new Report(System.out);

    private Play(Options options) {
        this.options = options;
    }

    /** The command. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(Options.USAGE);
            return;
        }
        System.exit(run(words));
    }

    private static int run(List<String> words) {
        try {
            return new Play(Options.parse(words)).run() ? 0 : NOT_WELL;
        } catch (PlayException | UnreachableException e) {
            System.err.println(e.getMessage());
            return NOT_PLAYED;
        }
    }

    private boolean run() {
        List<Question> questions = Question.read(options.file(), new JsonMapper());
        RunningAttune here = RunningAttune.find(System.getenv());
        String gateway = trimmed(Objects.requireNonNullElse(options.gateway(), here.gateway()));
        String provider = trimmed(Objects.requireNonNullElse(options.provider(), here.issuer()));
        try (HttpClient http = Api.client()) {
            SignIn signIn = new SignIn(http, provider);
            return play(questions, new Api(http, signIn, gateway, options.patience()), gateway);
        }
    }

    private boolean play(List<Question> questions, Api api, String gateway) {
        boolean again = options.run() != null;
        Run run = again ? Run.again(Objects.requireNonNull(options.run())) : Run.begin(clock);
        long seed = Objects.requireNonNullElse(options.seed(), run.id().getLeastSignificantBits() >>> 40);
        List<String> clients = Script.clients(options.clients());
        List<Item> items = new Script(run, seed, api.json()).write(questions, clients, options.rate());
        report.begin(run, seed, items, clients, options.rate(), gateway);
        report.progress("the clients say what coach-1 may see, and open their inboxes");
        new DemoClients(api).settle(clients);
        try (InboxStreams streams = InboxStreams.open(api, clients)) {
            report.progress("they tell");
            List<Told> told = new Player(api, clock).play(items);
            report.progress("waiting until all is quiet");
            return judge(api, run, again, clients, told, streams);
        }
    }

    private boolean judge(Api api, Run run, boolean again, List<String> clients, List<Told> told,
            InboxStreams streams) {
        List<Told> accepted = told.stream().filter(Told::isAccepted).toList();
        List<Item> items = accepted.stream().map(Told::item).toList();
        Quiet quiet = new Quiet(new Lists(api, run), accepted, clients, options.patience());
        List<Seen> seen = quiet.await(now -> new Audit(items, run.began(), again).of(now, streams.arrivals())
                .isComplete());
        List<Arrival> arrivals = streams.arrivals();
        Findings found = new Audit(items, run.began(), again).of(seen, arrivals);
        report.end(told, found, Latency.of(told, found.suggestions(), arrivals));
        report.care(new Lists(api, run).care(clients, run.began()));
        return found.lost().isEmpty() && found.doubled().isEmpty() && accepted.size() == told.size();
    }

    private static String trimmed(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
