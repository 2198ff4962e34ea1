package attune.notification.channels.email;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;

import attune.events.AttemptOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpAnswerTests {

    @ParameterizedTest
    @CsvSource({"550,INVALID_TARGET", "553,INVALID_TARGET", "450,RETRYABLE_ERROR", "421,RETRYABLE_ERROR"})
    void tellsBadAddressesFromBusyMailboxes(int code, AttemptOutcome outcome) throws AddressException {
        SendFailedException failure = new SendFailedException("refused",
                new SMTPAddressFailedException(new InternetAddress("a@b.example"), "RCPT TO", code, "no"));

        assertThat(SmtpAnswer.outcome(wrapped(failure))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"554,PERMANENT_ERROR", "552,PERMANENT_ERROR", "451,RETRYABLE_ERROR"})
    void tellsRefusedMailsFromBusyRelays(int code, AttemptOutcome outcome) {
        SMTPSendFailedException failure = new SMTPSendFailedException("DATA", code, "no", null, null, null, null);

        assertThat(SmtpAnswer.outcome(wrapped(failure))).isEqualTo(outcome);
    }

    @Test
    void triesAgainWhenTheRelayIsAway() {
        assertThat(SmtpAnswer.outcome(wrapped(new MessagingException("no", new ConnectException("refused")))))
                .isEqualTo(AttemptOutcome.RETRYABLE_ERROR);
        assertThat(SmtpAnswer.outcome(new IllegalStateException(new IOException()))).isEqualTo(
                AttemptOutcome.RETRYABLE_ERROR);
    }

    @Test
    void knowsAnAddressThatIsNone() {
        assertThat(SmtpAnswer.outcome(new AddressException("no"))).isEqualTo(AttemptOutcome.INVALID_TARGET);
    }

    private static MailSendException wrapped(MessagingException failure) {
        return new MailSendException("failed", null, Map.of("mail", failure));
    }
}
