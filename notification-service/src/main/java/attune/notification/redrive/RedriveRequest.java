package attune.notification.redrive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import attune.events.Channel;
import attune.events.Reason;
import attune.http.problems.FieldErrors;
import attune.notification.queue.DeadPage.Dead;

/**
 * What an operator wants to be planned again: some by their ids, or all that fit, at most 100 at once.
 *
 * @param day in UTC, such as {@code 2026-11-23}: when they ended dead
 * @param dryRun whether only to say what would happen
 */
record RedriveRequest(@Nullable List<@Nullable String> ids, @Nullable String reason, @Nullable String channel,
        @Nullable String day, @Nullable Boolean dryRun) {

    static final int MOST = 100;

    /** The ids, if it names some; 400 with every faulty field. */
    List<String> read() {
        FieldErrors errors = new FieldErrors();
        boolean filters = reason != null || channel != null || day != null;
        if (ids == null && !filters) {
            errors.add("/ids", "required", "Name some by their ids, or say a reason, a channel or a day.");
        }
        if (ids != null && filters) {
            errors.add("/ids", "does-not-fit", "Name some by their ids or say which fit, not both.");
        }
        errors.maxItems("/ids", ids, MOST);
        List<@Nullable String> named = ids == null ? List.of() : ids;
        for (int i = 0; i < Math.min(named.size(), MOST); i++) {
            errors.required("/ids/" + i, named.get(i));
        }
        errors.oneOf("/reason", reason, List.of(Reason.REFUSED_BY_PROVIDER.wireName(), Reason.GIVEN_UP.wireName()));
        errors.oneOf("/channel", channel, Arrays.stream(Channel.values())
                .filter(one -> one != Channel.INBOX && one != Channel.UNKNOWN)
                .map(Channel::wireName)
                .toList());
        if (day != null && !isDay(day)) {
            errors.add("/day", "not-a-day", "Send a day, as in 2026-11-23.");
        }
        errors.throwIfAny();
        return named.stream().map(String::valueOf).distinct().toList();
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    /** Those that are still dead and that it means. */
    Predicate<Dead> fits() {
        return one -> one.redriven() == null
                && (reason == null || reason.equals(one.reason().wireName()))
                && (channel == null || channel.equals(one.channel().wireName()))
                && (day == null || day.equals(one.at().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
