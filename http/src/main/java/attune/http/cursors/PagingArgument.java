package attune.http.cursors;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.http.problems.FieldError;
import attune.http.problems.ProblemKind;

/** Gives a controller method its {@link Paging}. */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            String cursor = exchange.getRequest().getQueryParams().getFirst("cursor");
            return new Paging(cursor == null ? null : Cursor.decode(cursor),
                    limit(exchange.getRequest().getQueryParams().getFirst("limit")));
        });
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return Paging.DEFAULT_LIMIT;
        }
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Paging.MAX_LIMIT) {
            throw ProblemKind.INVALID.problem("Correct the parameter named under errors.")
                    .errors(List.of(FieldError.inParameter("limit", "range",
                            "Send a number from 1 to " + Paging.MAX_LIMIT + ".")));
        }
        return limit;
    }
}
