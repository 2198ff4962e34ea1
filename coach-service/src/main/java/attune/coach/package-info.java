/**
 * The coach service: it thinks. It folds the journal into each client's state, decides what to suggest by the rule book,
 * and appends that to its own log. It shows clients their suggestions, and coaches whom to look at first and what
 * happened. What it decides depends on the journal alone, so that reading the journal again decides the same.
 */
@NullMarked
package attune.coach;

import org.jspecify.annotations.NullMarked;
