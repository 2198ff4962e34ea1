package attune.coach.safety;

import java.util.Optional;

import attune.events.RiskTier;

/**
 * What may not be said or shared while a client needs care. Every suggestion passes it. What it does not know it takes
 * for something to be careful about.
 *
 * <pre>
 *         individual   dyadic    disclosure   sharing anew with the partner
 *   S0    passes       passes    passes       passes
 *   S1    passes       paused    paused       passes
 *   S2    passes       blocked   blocked      blocked
 *   S3    stopped      stopped   stopped      blocked
 * </pre>
 */
public final class SafetyGate {

    private SafetyGate() {}

    /** Why a card of this kind may not be suggested now; empty if it may. */
    public static Optional<String> against(RiskTier tier, CardKind kind) {
        return switch (tier.known()) {
            case S0 -> Optional.empty();
            case S1, UNKNOWN -> switch (kind) {
                case INDIVIDUAL -> Optional.empty();
                case DYADIC -> Optional.of("couple-cards-paused");
                case DISCLOSURE -> Optional.of("disclosure-paused");
            };
            case S2 -> kind.couple() ? Optional.of("couple-cards-blocked") : Optional.empty();
            case S3 -> Optional.of("automation-stopped");
        };
    }

    /** Why nothing new may be shared with the partner now; empty if it may. */
    public static Optional<String> againstSharing(RiskTier tier) {
        return tier.atLeast(RiskTier.S2) ? Optional.of("sharing-blocked") : Optional.empty();
    }
}
