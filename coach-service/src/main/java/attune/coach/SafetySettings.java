package attune.coach;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import attune.coach.gate.Ladder;
import attune.events.PersonId;

/**
 * How people are asked to look at clients who need care.
 *
 * @param review how long a case of tier S2 may wait until a coach acknowledges it
 * @param urgent how long a case of tier S3 may wait until a coach acknowledges it
 * @param backup the person ids of the coaches who stand in when the client's own do not answer
 * @param onCall the person ids of those who are there at any hour
 * @param look how often it is looked whether somebody else has to be asked
 */
@ConfigurationProperties("attune.coach.safety")
record SafetySettings(@DefaultValue("4h") Duration review, @DefaultValue("15m") Duration urgent,
        @DefaultValue List<String> backup, @DefaultValue List<String> onCall, @DefaultValue("1s") Duration look) {

    SafetySettings {
        if (!review.isPositive() || !urgent.isPositive() || !look.isPositive()) {
            throw new IllegalArgumentException(
                    "attune.coach.safety.review, .urgent and .look have to be longer than nothing");
        }
    }

    Ladder ladder() {
        return new Ladder(review, urgent, people(backup), people(onCall));
    }

    private static List<PersonId> people(List<String> ids) {
        return ids.stream().filter(id -> !id.isBlank()).map(String::strip).map(PersonId::of).toList();
    }
}
