package attune.checkin.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.events.JournalEvent.CoachConsent;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.PersonId;
import attune.events.Scope;

/**
 * Who may see what, as the client sends it.
 *
 * @param coach what every coach named may see
 * @param coaches the coaches; left out, those named before stay
 */
record ConsentsRequest(@Nullable List<@Nullable String> coach, @Nullable List<@Nullable String> coaches) {

    private static final int MOST_COACHES = 10;

    /** What is to hold; 400 with every faulty field. */
    ConsentsChanged read(ConsentsChanged before) {
        Reading reading = new Reading();
        reading.required("/coach", coach);
        List<Scope> scopes = reading.choices("/coach", coach, Scope.class);
        List<PersonId> named = coaches == null
                ? before.coaches().stream().map(CoachConsent::coach).toList()
                : named(coaches, reading);
        if (named.isEmpty() && (coaches == null || coaches.isEmpty()) && !scopes.isEmpty()) {
            reading.fault("/coaches", "required", "Name the coach who may see this.");
        }
        reading.throwIfAny();
        return new ConsentsChanged(named.stream().map(one -> new CoachConsent(one, scopes)).toList());
    }

    private static List<PersonId> named(List<@Nullable String> names, Reading reading) {
        Set<PersonId> named = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(names.size(), MOST_COACHES); i++) {
            PersonId one = coach("/coaches/" + i, names.get(i), reading);
            if (one != null) {
                named.add(one);
            }
        }
        reading.mostItems("/coaches", names, MOST_COACHES);
        return new ArrayList<>(named);
    }

    private static @Nullable PersonId coach(String pointer, @Nullable String name, Reading reading) {
        reading.required(pointer, name);
        try {
            return name == null ? null : PersonId.of(name);
        } catch (IllegalArgumentException _) {
            reading.fault(pointer, "not-an-id", "Send the id of a coach, such as coach-1.");
            return null;
        }
    }
}
