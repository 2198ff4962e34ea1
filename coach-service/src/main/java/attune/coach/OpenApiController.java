package attune.coach;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** This service's part of the API document. The gateway merges all parts. */
@RestController
class OpenApiController {

    private static final Resource DOCUMENT = new ClassPathResource("openapi/coach-service.json");

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource document() {
        return DOCUMENT;
    }
}
