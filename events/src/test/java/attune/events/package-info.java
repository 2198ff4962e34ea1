/** Tests of the contract: the form of every event on the logs, and how readers bear what is old, newer or broken. */
@NullMarked
package attune.events;

import org.jspecify.annotations.NullMarked;
