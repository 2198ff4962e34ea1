/**
 * The whole system as it is delivered: the built jars as processes of their own, with the environment that {@code
 * docker-compose.yml} gives them, against a broker, a database, a sign-in and a mail catcher in further processes.
 */
@NullMarked
package attune.system;

import org.jspecify.annotations.NullMarked;
