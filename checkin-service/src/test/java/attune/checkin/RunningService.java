package attune.checkin;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one running service of this module; it stops when the last test has run. */
final class RunningService implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Service.class
                || parameter.getParameter().getType() == Surroundings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
        return parameter.getParameter().getType() == Service.class ? running.service : running.surroundings;
    }

    private static final class Running implements AutoCloseable {

        private final Surroundings surroundings = new Surroundings();
        private final Service service = new Service(surroundings, "checkin");

        @Override
        public void close() {
            service.close();
            surroundings.close();
        }
    }
}
