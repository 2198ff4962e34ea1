package attune.checkin.support;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lines of help for everybody, without a sign-in. A faulty country is no reason to give nobody's number. */
@RestController
@RequestMapping("/api/v1/support")
class SupportController {

    private final SupportDesk desk;

    SupportController(SupportDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<Support> get(@RequestParam(required = false) @Nullable String country,
            @RequestHeader HttpHeaders headers) {
        String known = country == null ? null : HelpDirectory.country(country).orElse(null);
        Support page = desk.page(known, headers);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(page);
    }
}
