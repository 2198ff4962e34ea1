/**
 * Cases: what the staffed safety team sees and does when a client needs people and not cards. The folds keep what is read,
 * a timer climbs the ladder of who is asked, and coaches act over HTTP; whatever they do is an event.
 */
@NullMarked
package attune.coach.cases;

import org.jspecify.annotations.NullMarked;
