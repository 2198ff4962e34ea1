package attune.checkin;

import java.io.IOException;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this service can be asked, as OpenAPI 3.1 says it. */
@RestController
class OpenApiController {

    private final byte[] document;

    OpenApiController() throws IOException {
        this.document = new ClassPathResource("openapi/checkin-service.json")
                .getContentAsByteArray();
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() {
        return document;
    }
}
