package attune.notification.channels.webhook;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.junit.jupiter.api.Test;

import attune.events.PersonId;
import attune.events.PrivateText;
import attune.notification.seals.Seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What we sign is what the reference library of Standard Webhooks takes. */
class WebhookSecretsTests {

    private static final PersonId COACH = PersonId.of("coach-1");
    private static final UUID WEBHOOK = new UUID(1, 2);
    private static final String BODY = "{\"type\":\"notification.created\"}";

    private final WebhookSecrets secrets = new WebhookSecrets(new Seal(List.of("0f".repeat(32))));

    @SuppressWarnings("TimeZoneUsage") // the reference library checks by real time
    private final String now = Long.toString(Clock.systemUTC().instant().getEpochSecond());

    @Test
    void signsAsReceiversCheck() throws Exception {
        String secret = secrets.make();
        HttpHeaders headers = headers(signatures(secret));

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThatCode(() -> new com.standardwebhooks.Webhook(secret).verify(BODY, headers.map()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(secret).verify(BODY + " ", headers.map()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(secrets.make()).verify(BODY, headers.map()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void signsWithTheOldSecretBesideTheNewOne() throws Exception {
        String old = secrets.make();
        String recent = secrets.make();
        HttpHeaders headers = headers(signatures(recent, old));

        for (String secret : List.of(old, recent)) {
            assertThatCode(() -> new com.standardwebhooks.Webhook(secret).verify(BODY, headers.map()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void sealsASecretForOneWebhookOfOnePerson() {
        PrivateText sealed = secrets.close(COACH, WEBHOOK, secrets.make());

        assertThat(sealed.value()).doesNotContain("whsec");
        assertThat(secrets.signatures(COACH, WEBHOOK, List.of(sealed), "text")).isPresent();
        assertThat(secrets.signatures(PersonId.of("coach-2"), WEBHOOK, List.of(sealed), "text")).isEmpty();
        assertThat(secrets.signatures(COACH, new UUID(1, 3), List.of(sealed), "text")).isEmpty();
    }

    private String signatures(String... all) {
        return secrets.signatures(COACH, WEBHOOK,
                List.of(all).stream().map(secret -> secrets.close(COACH, WEBHOOK, secret)).toList(),
                "msg." + now + "." + BODY).orElseThrow();
    }

    private HttpHeaders headers(String signatures) {
        return HttpHeaders.of(Map.of("webhook-id", List.of("msg"), "webhook-timestamp", List.of(now),
                "webhook-signature", List.of(signatures)), (_, _) -> true);
    }
}
