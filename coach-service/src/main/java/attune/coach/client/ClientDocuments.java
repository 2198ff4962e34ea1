package attune.coach.client;

import attune.coach.safety.Watch;
import attune.eventlog.documents.DocumentKind;
import attune.events.PersonId;

/** The documents that are folded from the journal. */
public final class ClientDocuments {

    /** By person: what the rules know of a client. */
    public static final DocumentKind<ClientState> STATES = new DocumentKind<>("clientStates", ClientState.class,
            ClientState.INITIAL);

    /** By person: how much care a client needs, from what they tell. */
    public static final DocumentKind<Watch> WATCHES = new DocumentKind<>("clientWatches", Watch.class, Watch.INITIAL);

    /** By person: what coaches may see of a client at a glance. */
    public static final DocumentKind<Overview> OVERVIEWS = new DocumentKind<>("clientOverviews", Overview.class,
            Overview.INITIAL);

    /** By coach and partition, such as {@code coach-1/7}: whose consent has ever named the coach. */
    public static final DocumentKind<Caseload> CASELOADS = new DocumentKind<>("caseloads", Caseload.class,
            Caseload.INITIAL);

    private ClientDocuments() {}

    /** The id of a part of a coach's caseload. */
    public static String caseloadId(PersonId coach, int partition) {
        return coach.value() + "/" + partition;
    }
}
