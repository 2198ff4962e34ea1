/** The rule book: what is suggested when, as versioned data, and one small pure function for each rule. */
@NullMarked
package attune.coach.rules;

import org.jspecify.annotations.NullMarked;
