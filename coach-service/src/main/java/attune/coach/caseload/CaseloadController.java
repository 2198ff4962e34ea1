package attune.coach.caseload;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.events.PersonId;
import attune.http.tokens.Caller;

/** A coach's caseload over HTTP. */
@RestController
class CaseloadController {

    private final Caseloads caseloads;

    CaseloadController(Caseloads caseloads) {
        this.caseloads = caseloads;
    }

    /** The clients, those first who need attention most. */
    record CaseloadView(List<CaseloadRow> items) {}

    @GetMapping("/api/v1/caseload")
    Mono<CaseloadView> caseload(Caller caller) {
        return caseloads.of(PersonId.of(caller.person())).map(CaseloadView::new);
    }
}
