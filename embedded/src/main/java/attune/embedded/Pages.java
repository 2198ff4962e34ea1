package attune.embedded;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import attune.embedded.DemoPeople.Person;
import attune.embedded.DemoPeople.Role;
import attune.embedded.LoopbackHttp.Answer;

/** What the sign-in shows. */
final class Pages {

    private Pages() {}

    static Answer signIn() {
        Predicate<Person> isHalfOfACouple = person -> person.partnerId() != null;
        List<Person> clients = DemoPeople.with(Role.CLIENT);
        return Html.page(200, "Sign in to Attune", """
                <h1>Sign in to Attune</h1>
                <p class="quiet">This Attune runs on your own machine and knows demo people only. There is no password:
                choose who you want to be.</p>
                <form method="post">
                <h2>Clients</h2>
                <div class="people">%s</div>
                <details><summary>More clients</summary><div class="people">%s</div></details>
                <h2>Coaches</h2>
                <div class="people">%s</div>
                <h2>Operations</h2>
                <div class="people">%s</div>
                </form>
                """.formatted(buttons(clients.stream().filter(isHalfOfACouple).toList()),
                buttons(clients.stream().filter(isHalfOfACouple.negate()).toList()),
                buttons(DemoPeople.with(Role.COACH)), buttons(DemoPeople.with(Role.OPS))));
    }

    private static String buttons(List<Person> people) {
        return people.stream().map(Pages::button).collect(Collectors.joining());
    }

    private static String button(Person person) {
        String note = person.partnerId() == null ? "" : "<small>partner of " + person.partnerId() + "</small>";
        return "<button name=\"username\" value=\"%1$s\">%1$s%2$s</button>".formatted(person.id(), note);
    }

    static Answer message(int status, String title, String text) {
        return Html.page(status, title,
                "<h1>%s</h1>\n<p>%s</p>".formatted(Html.escape(title), Html.escape(text)));
    }
}
