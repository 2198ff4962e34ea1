package attune.notification.channels.email;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

import attune.notification.channels.Gates;
import attune.notification.unsubscribe.UnsubscribeLinks;

/** The mail channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailSettings.class)
class EmailConfiguration {

    @Bean
    EmailChannel emailChannel(JavaMailSender sender, EmailSettings settings, UnsubscribeLinks links,
            Gates gates, Clock clock) {
        return new EmailChannel(sender, settings, links, gates.of(settings.provider()), clock);
    }
}
