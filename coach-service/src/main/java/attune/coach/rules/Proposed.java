package attune.coach.rules;

import java.util.List;

import attune.events.CoachingEvent.Proposal;
import attune.events.CoachingEvent.Withheld;

/** What the rules would say to a moment, the rule that goes first at the front, and which of them stood back. */
public record Proposed(List<Proposal> proposals, List<Withheld> withheld) {

    public Proposed {
        proposals = List.copyOf(proposals);
        withheld = List.copyOf(withheld);
    }
}
