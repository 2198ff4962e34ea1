package attune.notification.channels.email;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmailSettingsTests {

    private static final URI APP = URI.create("https://attune.example/");

    @Test
    void namesTheWrongSetting() {
        assertThatThrownBy(() -> new EmailSettings("Attune <a@b.example>", APP, "smtp", 1))
                .hasMessageContaining("from");
        assertThatThrownBy(() -> new EmailSettings("a@b.example\nBcc: c@d", APP, "smtp", 1))
                .hasMessageContaining("from");
        assertThatThrownBy(() -> new EmailSettings("a@b.example", URI.create("javascript:alert(1)"), "smtp", 1))
                .hasMessageContaining("app");
        assertThatThrownBy(() -> new EmailSettings("a@b.example", APP, "S M", 1)).hasMessageContaining("provider");
        assertThatThrownBy(() -> new EmailSettings("a@b.example", APP, "smtp", 0)).hasMessageContaining("at-once");
    }

    @Test
    void knowsItsDomain() {
        assertThat(new EmailSettings("a@b.example", APP, "smtp", 1).domain()).isEqualTo("b.example");
    }
}
