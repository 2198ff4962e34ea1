package attune.notification.channels.email;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

import attune.events.AttemptOutcome;

/** What a failed hand-over means. Only what the relay refused for good is final; all else may go better later. */
final class SmtpAnswer {

    private SmtpAnswer() {}

    static AttemptOutcome outcome(Exception failure) {
        AttemptOutcome outcome = AttemptOutcome.RETRYABLE_ERROR;
        for (Throwable cause : all(failure)) {
            switch (cause) {
                case AddressException _ -> {
                    return AttemptOutcome.INVALID_TARGET;
                }
                case SMTPAddressFailedException refused when isFinal(refused.getReturnCode()) -> {
                    return AttemptOutcome.INVALID_TARGET;
                }
                case SMTPSendFailedException refused when isFinal(refused.getReturnCode()) ->
                    outcome = AttemptOutcome.PERMANENT_ERROR;
                default -> {
                }
            }
        }
        return outcome;
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600;
    }

    /** The class of what lies deepest. */
    static String name(Exception failure) {
        String name = failure.getClass().getSimpleName();
        for (Throwable cause : all(failure)) {
            name = cause.getClass().getSimpleName();
        }
        return name;
    }

    /** All that is chained to an exception in any of the three ways that mail knows. */
    private static Set<Throwable> all(Throwable failure) {
        Set<Throwable> found = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!found.add(next)) {
                continue;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof MessagingException messaging && messaging.getNextException() != null) {
                open.add(messaging.getNextException());
            }
            if (next instanceof MailSendException sending) {
                open.addAll(Arrays.asList(sending.getMessageExceptions()));
            }
        }
        return found;
    }
}
