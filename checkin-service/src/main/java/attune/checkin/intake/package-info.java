/** Taking in what a client says: look whether it was said before, append it once, answer when the log has it. */
@NullMarked
package attune.checkin.intake;

import org.jspecify.annotations.NullMarked;
