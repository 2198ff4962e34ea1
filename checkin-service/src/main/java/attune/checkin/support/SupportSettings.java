package attune.checkin.support;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people are told about who is there.
 *
 * @param hours when people look at what is urgent; without them people are told that there are none
 * @param patience how long to wait for the database to say where a person is
 */
@ConfigurationProperties("attune.support")
record SupportSettings(@Nullable StaffedHours hours, @DefaultValue("300ms") Duration patience) {}
