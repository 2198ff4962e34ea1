package attune.local;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps auto-configurations out of a service that stand on the class path for the others only. The gateway, for one,
 * must not look for a database because its neighbours have one. A context names the packages in {@link #PROPERTY}; on a
 * class path of its own no service needs that.
 */
final class Unused implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String PROPERTY = "attune.local.unused";

    private List<String> packages = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        packages = Arrays.asList(environment.getProperty(PROPERTY, String[].class, new String[0]));
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] used = new boolean[autoConfigurations.length];
        for (int i = 0; i < used.length; i++) {
            String name = autoConfigurations[i];
            used[i] = name != null && packages.stream().noneMatch(name::startsWith);
        }
        return used;
    }
}
