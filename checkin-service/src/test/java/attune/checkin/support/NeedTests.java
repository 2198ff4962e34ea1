package attune.checkin.support;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.events.Analysis;
import attune.events.Experiencer;
import attune.events.Heard;
import attune.events.Passage;
import attune.events.PrivateText;
import attune.events.RiskFamily;
import attune.events.RiskFinding;
import attune.events.RiskTier;
import attune.events.Timing;

import static org.assertj.core.api.Assertions.assertThat;

class NeedTests {

    @Test
    void needsNothingWhenNothingWasFound() {
        assertThat(Need.of(null)).isNull();
        assertThat(Need.of(heard(Analysis.ANALYSED))).isNull();
        assertThat(Need.of(heard(Analysis.ANALYSED, found(RiskFamily.SI_ACTIVE, Experiencer.SELF, RiskTier.S0))))
                .isNull();
        assertThat(Need.of(RiskTier.S0, Topic.DISTRESS)).isNull();
    }

    @Test
    void takesWhatCouldNotBeUnderstoodForSomeNeed() {
        for (Analysis analysis : List.of(Analysis.NOT_ANALYSED, Analysis.FAILED, Analysis.UNKNOWN)) {
            assertThat(Need.of(heard(analysis))).isEqualTo(new Need(RiskTier.S1, Topic.UNREAD));
        }
        assertThat(Need.of(RiskTier.UNKNOWN, Topic.DISTRESS)).isEqualTo(new Need(RiskTier.S1, Topic.DISTRESS));
        assertThat(Need.of(heard(Analysis.ANALYSED, found(RiskFamily.UNKNOWN, Experiencer.SELF, RiskTier.UNKNOWN))))
                .isEqualTo(new Need(RiskTier.S1, Topic.DISTRESS));
    }

    @Test
    void isAboutTheMostUrgentOfAll() {
        assertThat(need(found(RiskFamily.FEAR, Experiencer.SELF, RiskTier.S1),
                found(RiskFamily.PLAN_MEANS, Experiencer.SELF, RiskTier.S3),
                found(RiskFamily.STRANGULATION, Experiencer.SELF, RiskTier.S2)))
                .isEqualTo(new Need(RiskTier.S3, Topic.SELF_HARM));
        assertThat(need(found(RiskFamily.FEAR, Experiencer.SELF, RiskTier.S2),
                found(RiskFamily.HOPELESS, Experiencer.SELF, RiskTier.S2)))
                .isEqualTo(new Need(RiskTier.S2, Topic.VIOLENCE));
    }

    @Test
    void tellsTheWriterFromOthers() {
        assertThat(topic(RiskFamily.SI_ACTIVE, Experiencer.SELF)).isEqualTo(Topic.SELF_HARM);
        assertThat(topic(RiskFamily.SI_ACTIVE, Experiencer.PARTNER)).isEqualTo(Topic.ABOUT_OTHER);
        assertThat(topic(RiskFamily.SI_PASSIVE, Experiencer.OTHER)).isEqualTo(Topic.ABOUT_OTHER);
        assertThat(topic(RiskFamily.HOMICIDAL, Experiencer.SELF)).isEqualTo(Topic.HARM_TO_OTHERS);
        assertThat(topic(RiskFamily.HOMICIDAL, Experiencer.PARTNER)).isEqualTo(Topic.VIOLENCE);
        assertThat(topic(RiskFamily.PHYS_VIOLENCE, Experiencer.SELF)).isEqualTo(Topic.VIOLENCE);
        assertThat(topic(RiskFamily.PERP_DISCLOSURE, Experiencer.SELF)).isEqualTo(Topic.HARM_TO_OTHERS);
        assertThat(topic(RiskFamily.CHILD_RISK, Experiencer.OTHER)).isEqualTo(Topic.CHILD);
    }

    private static Topic topic(RiskFamily family, Experiencer who) {
        return Objects.requireNonNull(need(found(family, who, RiskTier.S2))).topic();
    }

    private static @Nullable Need need(RiskFinding... findings) {
        return Need.of(heard(Analysis.ANALYSED, findings));
    }

    private static Heard heard(Analysis analysis, RiskFinding... findings) {
        return new Heard("test", "en", analysis, List.of(), List.of(findings));
    }

    private static RiskFinding found(RiskFamily family, Experiencer who, RiskTier tier) {
        return new RiskFinding(family, new Passage("/note", 0, 1, PrivateText.of("x")), who, false, Timing.NOW, 0.9,
                "test", tier);
    }
}
