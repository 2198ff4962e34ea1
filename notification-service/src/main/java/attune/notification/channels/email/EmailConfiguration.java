package attune.notification.channels.email;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The mail channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailSettings.class)
class EmailConfiguration {

    @Bean
    EmailChannel emailChannel(JavaMailSender sender, EmailSettings settings, Clock clock) {
        return new EmailChannel(sender, settings, clock);
    }
}
