/** What a person wants: who may see what, and how to reach them. */
@NullMarked
package attune.checkin.people;

import org.jspecify.annotations.NullMarked;
