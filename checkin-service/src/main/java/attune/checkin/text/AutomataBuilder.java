package attune.checkin.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.checkin.text.Automata.Start;
import attune.checkin.text.Node.Kind;
import attune.checkin.text.Node.Step;
import attune.checkin.text.Phrase.Beginning;
import attune.checkin.text.Phrase.Choice;
import attune.checkin.text.Phrase.Count;
import attune.checkin.text.Phrase.End;
import attune.checkin.text.Phrase.Gap;
import attune.checkin.text.Phrase.Named;
import attune.checkin.text.Phrase.Optional;
import attune.checkin.text.Phrase.Sequence;
import attune.checkin.text.Phrase.Words;

/** Makes automata of phrases. A class of single words becomes one step; any other class an automaton of its own. */
final class AutomataBuilder {

    private final Map<String, List<String>> written;
    private final BitSet fillers = new BitSet();
    private final BitSet barriers = new BitSet();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, BitSet> wordClasses = new HashMap<>();
    private final Map<String, Integer> phraseClasses = new LinkedHashMap<>();
    private final List<Node> classes = new ArrayList<>();
    private final List<Node> entries = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, Phrase> meanings = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final int[] nodes = {0};

    AutomataBuilder(Map<String, List<String>> classes, Collection<String> fillers, Collection<String> barriers) {
        written = classes;
        fillers.forEach(filler -> this.fillers.set(id(filler)));
        barriers.forEach(barrier -> this.barriers.set(id(barrier)));
        classes.keySet().forEach(this::define);
    }

    void add(String phrase) {
        Phrase parsed = PhraseParser.parse(phrase);
        Node start = node(parsed, accept());
        if (start.isAccepting() || mayBeEmpty(parsed)) {
            throw new IllegalArgumentException("the phrase \"" + phrase + "\" would be found in every text");
        }
        entries.add(start);
        phrases.add(parsed);
    }

    /** Where classes begin, those first that others need. */
    List<Node> classes() {
        return classes;
    }

    /** Where entries begin. */
    List<Node> entries() {
        return entries;
    }

    Set<String> words() {
        return ids.keySet();
    }

    Automata build() {
        FirstWords first = new FirstWords(ids.size() + 1, classes);
        List<Node> starts = Stream.concat(classes.stream(), entries.stream()).toList();
        List<Start> classStarts = IntStream.range(0, classes.size())
                .mapToObj(i -> new Start(classes.get(i).number(), first.ofClasses().get(i))).toList();
        return new Automata(ids, fillers, barriers, new Program(nodes[0], starts), classStarts,
                entries.stream().map(Node::number).toList(), prefilter(first));
    }

    private Prefilter prefilter(FirstWords first) {
        NecessaryWords necessary = new NecessaryWords(meanings, this::set, new Commonness(ids));
        return new Prefilter(ids.size() + 1, entries.stream().map(first::of).toList(),
                phrases.stream().map(necessary::of).toList());
    }

    private void define(String name) {
        if (wordClasses.containsKey(name) || phraseClasses.containsKey(name)) {
            return;
        }
        List<String> phrases = written.get(name);
        if (phrases == null) {
            throw new IllegalArgumentException("there is no class <" + name + ">");
        }
        if (!underWay.add(name)) {
            throw new IllegalArgumentException("the class <" + name + "> needs itself");
        }
        List<Phrase> parsed = phrases.stream().map(PhraseParser::parse).toList();
        meanings.put(name, new Choice(parsed));
        BitSet single = new BitSet();
        if (parsed.stream().allMatch(phrase -> collect(phrase, single))) {
            wordClasses.put(name, single);
        } else {
            Node start = node(new Choice(parsed), accept());
            phraseClasses.put(name, classes.size());
            classes.add(start);
        }
        underWay.remove(name);
    }

    /** Whether the phrase is one word; then its forms are in the set. */
    private boolean collect(Phrase phrase, BitSet single) {
        return switch (phrase) {
            case Words words -> {
                words.forms().forEach(form -> single.set(id(form)));
                yield true;
            }
            case Choice choice -> choice.alternatives().stream().allMatch(one -> collect(one, single));
            case Named named -> {
                define(named.name());
                BitSet other = wordClasses.get(named.name());
                if (other != null) {
                    single.or(other);
                }
                yield other != null;
            }
            default -> false;
        };
    }

    private Node node(Phrase phrase, Node next) {
        return switch (phrase) {
            case Words words -> step(Kind.WORD, set(words), 0, next);
            case Named named -> named(named.name(), next);
            case Sequence sequence -> sequence.parts().reversed().stream()
                    .reduce(next, (to, part) -> node(part, to), (_, to) -> to);
            case Choice choice -> choice(choice, next);
            case Optional optional -> {
                Node both = node();
                both.steps().add(new Step(Kind.FREE, null, 0, node(optional.part(), next)));
                both.steps().add(new Step(Kind.FREE, null, 0, next));
                yield both;
            }
            case Gap gap -> gap(gap, next);
            case Count _ -> step(Kind.NUMBER, null, 0, next);
            case Beginning _ -> step(Kind.BEGINNING, null, 0, next);
            case End _ -> step(Kind.END, null, 0, next);
        };
    }

    private Node named(String name, Node next) {
        define(name);
        BitSet single = wordClasses.get(name);
        return single != null
                ? step(Kind.WORD, single, 0, next)
                : step(Kind.CLASS, null, phraseClasses.getOrDefault(name, 0), next);
    }

    private Node choice(Choice choice, Node next) {
        Node all = node();
        BitSet single = new BitSet();
        for (Phrase alternative : choice.alternatives()) {
            if (alternative instanceof Words words) {
                single.or(set(words));
            } else {
                all.steps().add(new Step(Kind.FREE, null, 0, node(alternative, next)));
            }
        }
        if (!single.isEmpty()) {
            all.steps().add(new Step(Kind.WORD, single, 0, next));
        }
        return all;
    }

    private Node gap(Gap gap, Node next) {
        Node node = next;
        for (int i = 0; i < gap.most(); i++) {
            Node longer = step(Kind.ANY, null, 0, node);
            if (i >= gap.least()) {
                longer.steps().add(new Step(Kind.FREE, null, 0, next));
            }
            node = longer;
        }
        return node;
    }

    private static boolean mayBeEmpty(Phrase phrase) {
        return switch (phrase) {
            case Words _,Named _,Count _ -> false;
            case Sequence sequence -> sequence.parts().stream().allMatch(AutomataBuilder::mayBeEmpty);
            case Choice choice -> choice.alternatives().stream().anyMatch(AutomataBuilder::mayBeEmpty);
            case Optional _,Gap _,Beginning _,End _ -> true;
        };
    }

    private BitSet set(Words words) {
        BitSet set = new BitSet();
        words.forms().forEach(form -> set.set(id(form)));
        return set;
    }

    private Node step(Kind kind, @Nullable BitSet words, int automaton, Node to) {
        Node node = node();
        node.steps().add(new Step(kind, words, automaton, to));
        return node;
    }

    private Node node() {
        return new Node(nodes[0]++, false);
    }

    private Node accept() {
        return new Node(nodes[0]++, true);
    }

    private int id(String word) {
        return ids.computeIfAbsent(word, _ -> ids.size() + 1);
    }
}
