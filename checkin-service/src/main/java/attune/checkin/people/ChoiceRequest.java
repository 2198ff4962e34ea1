package attune.checkin.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.Choice;
import attune.events.Level;

/** How a category is to come on a channel, as a person sends it. */
record ChoiceRequest(@Nullable String category, @Nullable String channel, @Nullable String level) {

    private static final int MOST = 40;

    /** What cannot wait for a digest. */
    private static final Set<Category> AT_ONCE = EnumSet.of(Category.APPOINTMENT, Category.ACCOUNT, Category.SAFETY);

    /** In the order of the contract, so that the same choices are the same list. */
    static List<Choice> read(@Nullable List<@Nullable ChoiceRequest> choices, Reading reading) {
        if (choices == null) {
            return List.of();
        }
        reading.mostItems("/choices", choices, MOST);
        List<Choice> read = new ArrayList<>();
        for (int i = 0; i < Math.min(choices.size(), MOST); i++) {
            String pointer = "/choices/" + i;
            ChoiceRequest one = choices.get(i);
            reading.required(pointer, one);
            Choice choice = one == null ? null : one.read(pointer, reading);
            if (choice != null) {
                if (read.stream().anyMatch(other -> other.category() == choice.category()
                        && other.channel() == choice.channel())) {
                    reading.fault(pointer, "twice", "Say once how a category is to come on a channel.");
                }
                read.add(choice);
            }
        }
        return read.stream().sorted(Comparator.comparing(Choice::category).thenComparing(Choice::channel)).toList();
    }

    private @Nullable Choice read(String pointer, Reading reading) {
        reading.required(pointer + "/category", category);
        reading.required(pointer + "/channel", channel);
        reading.required(pointer + "/level", level);
        Category what = reading.choice(pointer + "/category", category, Category.class);
        Channel where = reading.choice(pointer + "/channel", channel, Channel.class);
        Level how = reading.choice(pointer + "/level", level, Level.class);
        if (what == null || where == null || how == null) {
            return null;
        }
        if (what == Category.ACCOUNT || what == Category.DIGEST) {
            reading.fault(pointer + "/category", "does-not-fit", "This category always comes; leave it out.");
        } else if (where == Channel.INBOX) {
            reading.fault(pointer + "/channel", "does-not-fit", "Everything stands in the inbox; leave it out.");
        } else if (how == Level.DIGEST && AT_ONCE.contains(what)) {
            reading.fault(pointer + "/level", "does-not-fit", "This category cannot wait; send on or off.");
        }
        return new Choice(what, where, how);
    }
}
