/** What is read out of consents and preferences. */
@NullMarked
package attune.checkin.people;

import org.jspecify.annotations.NullMarked;
