/**
 * What is measured: one class a question, each with its goal, its baseline and its load. A scenario starts what it
 * needs as processes of its own and leaves nothing behind.
 */
@NullMarked
package attune.bench.scenarios;

import org.jspecify.annotations.NullMarked;
