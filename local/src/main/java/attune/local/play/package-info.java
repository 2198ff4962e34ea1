/**
 * Real input played through a running Attune from outside, and counted at every place where it has to arrive: nothing
 * lost, nothing twice, and how long it took.
 */
@NullMarked
package attune.local.play;

import org.jspecify.annotations.NullMarked;
