package attune.checkin.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of one month that came in during one stretch of the log: at most as many as the stretch is long.
 *
 * @param places in the order in which they came in
 */
record PlacePage(List<Place> places) {

    static final PlacePage EMPTY = new PlacePage(List.of());

    PlacePage {
        places = List.copyOf(places);
    }

    PlacePage with(Place place) {
        if (places.contains(place)) {
            return this;
        }
        List<Place> more = new ArrayList<>(places.size() + 1);
        more.addAll(places);
        more.add(place);
        return new PlacePage(more);
    }
}
