package attune.notification.channels.email;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

import attune.notification.channels.Gates;

/** The mail channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailSettings.class)
class EmailConfiguration {

    @Bean
    EmailChannel emailChannel(JavaMailSender sender, EmailSettings settings, Gates gates, Clock clock) {
        return new EmailChannel(sender, settings, gates.of(settings.provider()), clock);
    }
}
