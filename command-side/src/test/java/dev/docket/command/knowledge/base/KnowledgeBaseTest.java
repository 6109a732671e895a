package dev.docket.command.knowledge.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.Specification;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.TextRule;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryMoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRenamed;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryVisibilityChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.ReviewDemandChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.StalenessChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsRemoved;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification of every command to a knowledge base. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnowledgeBaseTest {

    private static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    private static final Actor LEA = new Actor(ACME, new PersonId(Ids.named("lea")), true);
    private static final KnowledgeBaseId BASE = KnowledgeBaseId.of(ACME);
    private static final Language ENGLISH = new Language("en");
    private static final CategoryId NETWORK = new CategoryId(Ids.named("network"));
    private static final CategoryId VPN = new CategoryId(Ids.named("vpn"));
    private static final CategoryId MAIL = new CategoryId(Ids.named("mail"));
    private static final SynonymsId SYNONYMS = new SynonymsId(Ids.named("synonyms"));
    private static final SortedSet<String> LAPTOPS = new TreeSet<>(List.of("laptop", "notebook"));

    private static Specification<KnowledgeBaseEvent> given(KnowledgeBaseEvent... events) {
        return Specification.given(KnowledgeBaseAggregate.class, LEA, events);
    }

    private static SortedMap<Language, String> named(String english) {
        return new TreeMap<>(Map.of(ENGLISH, english));
    }

    private static AddCategory add(CategoryId id, @Nullable CategoryId parent, String name) {
        return new AddCategory(BASE, id, parent, null, named(name), Visibility.PUBLIC);
    }

    private static CategoryAdded added(
            CategoryId id, @Nullable CategoryId parent, int place, String name) {
        return new CategoryAdded(id, parent, place, named(name), Visibility.PUBLIC);
    }

    private static CategoryAdded network() {
        return added(NETWORK, null, 0, "Network");
    }

    private static CategoryAdded vpn() {
        return added(VPN, NETWORK, 0, "VPN");
    }

    private static CategoryAdded mail() {
        return added(MAIL, null, 1, "Mail");
    }

    private static MoveCategory move(
            CategoryId id, @Nullable CategoryId parent, @Nullable Integer place) {
        return new MoveCategory(BASE, id, parent, place);
    }

    @Test
    void the_first_category_begins_the_knowledge_base() {
        given().when(LEA, add(NETWORK, null, "Network")).then(network());
    }

    @Test
    void a_category_is_added_behind_its_siblings_or_at_a_place() {
        given(network()).when(LEA, add(MAIL, null, "Mail")).then(mail());
        given(network()).when(LEA, add(VPN, NETWORK, "VPN")).then(vpn());
        given(network(), mail())
                .when(LEA, new AddCategory(BASE, VPN, null, 1, named("VPN"), Visibility.PUBLIC))
                .then(added(VPN, null, 1, "VPN"));
        given(network())
                .when(LEA, new AddCategory(BASE, VPN, null, 2, named("VPN"), Visibility.PUBLIC))
                .refusedBy(KnowledgeBaseRule.PLACE_DOES_NOT_EXIST);
        given(network()).when(LEA, add(NETWORK, null, "Network")).nothingHappens();
        given().when(LEA, add(VPN, NETWORK, "VPN")).refusedBy(KnowledgeBaseRule.PARENT_NOT_FOUND);
    }

    @Test
    void siblings_have_different_names() {
        given(network())
                .when(LEA, add(MAIL, null, "NETWORK"))
                .refusedBy(KnowledgeBaseRule.CATEGORY_NAME_IS_TAKEN);
        given(network())
                .when(LEA, add(VPN, NETWORK, "Network"))
                .then(added(VPN, NETWORK, 0, "Network"));
        given(network(), added(VPN, NETWORK, 0, "Network"))
                .when(LEA, move(VPN, null, null))
                .refusedBy(KnowledgeBaseRule.CATEGORY_NAME_IS_TAKEN);
        given(network(), mail())
                .when(LEA, new RenameCategory(BASE, MAIL, named("network")))
                .refusedBy(KnowledgeBaseRule.CATEGORY_NAME_IS_TAKEN);
    }

    @Test
    void a_category_is_renamed_in_all_its_languages() {
        SortedMap<Language, String> both =
                new TreeMap<>(Map.of(ENGLISH, "Networks", new Language("de"), "Netze"));
        given(network())
                .when(LEA, new RenameCategory(BASE, NETWORK, both))
                .then(new CategoryRenamed(NETWORK, named("Network"), both));
        given(network())
                .when(LEA, new RenameCategory(BASE, NETWORK, named("Network")))
                .nothingHappens();
        given(network())
                .when(LEA, new RenameCategory(BASE, NETWORK, new TreeMap<>()))
                .refusedBy(KnowledgeBaseRule.CATEGORY_NAME_MISSING);
        given(network())
                .when(LEA, new RenameCategory(BASE, NETWORK, named("a\nb")))
                .refusedBy(TextRule.HAS_CONTROL_CHARACTERS);
        given().when(LEA, new RenameCategory(BASE, NETWORK, named("x")))
                .refusedBy(KnowledgeBaseRule.CATEGORY_NOT_FOUND);
    }

    @Test
    void a_category_is_moved_but_never_below_itself() {
        given(network(), vpn())
                .when(LEA, move(VPN, null, 0))
                .then(new CategoryMoved(VPN, NETWORK, null, 0));
        given(network(), vpn())
                .when(LEA, move(NETWORK, VPN, null))
                .refusedBy(KnowledgeBaseRule.CATEGORY_CYCLE);
        given(network())
                .when(LEA, move(NETWORK, NETWORK, null))
                .refusedBy(KnowledgeBaseRule.CATEGORY_CYCLE);
    }

    @Test
    void a_place_among_siblings_is_counted_without_the_one_that_moves() {
        given(network(), mail())
                .when(LEA, move(NETWORK, null, 1))
                .then(new CategoryMoved(NETWORK, null, null, 1));
        given(network(), mail()).when(LEA, move(NETWORK, null, 0)).nothingHappens();
        given(network(), mail())
                .when(LEA, move(NETWORK, null, 2))
                .refusedBy(KnowledgeBaseRule.PLACE_DOES_NOT_EXIST);
        given(network(), mail(), new CategoryMoved(NETWORK, null, null, 1))
                .when(LEA, move(MAIL, null, 0))
                .nothingHappens();
    }

    @Test
    void the_tree_is_at_most_eight_levels_deep() {
        List<KnowledgeBaseEvent> levels = new ArrayList<>();
        CategoryId above = null;
        for (int level = 1; level <= CategoryGuard.DEEPEST; level++) {
            CategoryId id = new CategoryId(Ids.named("level", "" + level));
            levels.add(added(id, above, 0, "Level"));
            above = id;
        }
        given(levels.toArray(KnowledgeBaseEvent[]::new))
                .when(LEA, add(VPN, above, "Too deep"))
                .refusedBy(KnowledgeBaseRule.CATEGORY_TOO_DEEP);
        levels.add(added(VPN, null, 1, "VPN"));
        given(levels.toArray(KnowledgeBaseEvent[]::new))
                .when(LEA, move(VPN, above, null))
                .refusedBy(KnowledgeBaseRule.CATEGORY_TOO_DEEP);
    }

    @Test
    void a_category_is_shown_to_others() {
        given(network())
                .when(LEA, new ChangeCategoryVisibility(BASE, NETWORK, Visibility.AGENTS))
                .then(new CategoryVisibilityChanged(NETWORK, Visibility.PUBLIC, Visibility.AGENTS));
        given(network())
                .when(LEA, new ChangeCategoryVisibility(BASE, NETWORK, Visibility.PUBLIC))
                .nothingHappens();
        given(network())
                .when(
                        LEA,
                        new ChangeCategoryVisibility(
                                BASE,
                                NETWORK,
                                new Visibility(
                                        Visibility.Audience.AGENTS, new TreeSet<>(List.of(ACME)))))
                .refusedBy(KnowledgeBaseRule.ORGANISATIONS_DO_NOT_FIT);
    }

    @Test
    void a_category_goes_when_nothing_is_below_it_and_leaves_its_articles_to_its_parent() {
        given(network(), vpn())
                .when(LEA, new RemoveCategory(BASE, VPN))
                .then(new CategoryRemoved(VPN, NETWORK));
        given(network(), vpn())
                .when(LEA, new RemoveCategory(BASE, NETWORK))
                .refusedBy(KnowledgeBaseRule.CATEGORY_HAS_OTHERS);
        given(network(), vpn(), new CategoryRemoved(VPN, NETWORK))
                .when(LEA, new RemoveCategory(BASE, VPN))
                .refusedBy(KnowledgeBaseRule.CATEGORY_NOT_FOUND);
        given(
                        network(),
                        vpn(),
                        new CategoryVisibilityChanged(VPN, Visibility.PUBLIC, Visibility.AGENTS))
                .when(LEA, new RemoveCategory(BASE, VPN))
                .refusedBy(KnowledgeBaseRule.CATEGORY_LIMITS_READERS);
        KnowledgeBase base =
                after(
                        network(),
                        vpn(),
                        new CategoryRemoved(VPN, NETWORK),
                        new CategoryRemoved(NETWORK, null));
        assertThat(base.living(VPN)).isNull();
        assertThat(after(network(), vpn(), new CategoryRemoved(VPN, NETWORK)).living(VPN))
                .isEqualTo(NETWORK);
    }

    @Test
    void a_category_that_comes_again_leads_nowhere_else() {
        KnowledgeBase base =
                after(
                        network(),
                        vpn(),
                        new CategoryRemoved(VPN, NETWORK),
                        vpn(),
                        new CategoryMoved(VPN, NETWORK, null, 0),
                        new CategoryMoved(NETWORK, null, VPN, 0),
                        new CategoryRemoved(NETWORK, VPN),
                        new CategoryRemoved(VPN, null));

        assertThat(base.living(NETWORK)).isNull();
        assertThat(base.living(VPN)).isNull();
    }

    @Test
    void an_article_is_no_more_visible_than_any_category_above_it() {
        KnowledgeBase base =
                after(
                        network(),
                        vpn(),
                        new CategoryVisibilityChanged(
                                NETWORK, Visibility.PUBLIC, Visibility.AGENTS));
        assertThat(base.readable(Visibility.PUBLIC, VPN)).isEqualTo(Visibility.AGENTS);
        assertThat(base.readable(Visibility.PUBLIC, null)).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void what_is_demanded_of_articles_changes() {
        given().when(LEA, new ChangeSettings(BASE, true, 12))
                .then(new ReviewDemandChanged(true), new StalenessChanged(6, 12));
        given(new ReviewDemandChanged(true))
                .when(LEA, new ChangeSettings(BASE, true, 6))
                .nothingHappens();
        given().when(LEA, new ChangeSettings(BASE, false, 0))
                .refusedBy(KnowledgeBaseRule.STALENESS_OUT_OF_RANGE);
        given().when(LEA, new ChangeSettings(BASE, false, 121))
                .refusedBy(KnowledgeBaseRule.STALENESS_OUT_OF_RANGE);
    }

    @Test
    void words_mean_the_same_once() {
        SynonymsAdded added = new SynonymsAdded(SYNONYMS, LAPTOPS);
        given().when(
                        LEA,
                        new AddSynonyms(
                                BASE, SYNONYMS, new TreeSet<>(List.of(" Laptop", "NOTEBOOK"))))
                .then(added);
        given(added)
                .when(LEA, new AddSynonyms(BASE, new SynonymsId(Ids.named("more")), LAPTOPS))
                .refusedBy(KnowledgeBaseRule.SYNONYMS_EXIST);
        given().when(LEA, new AddSynonyms(BASE, SYNONYMS, new TreeSet<>(List.of("PC", "pc "))))
                .refusedBy(KnowledgeBaseRule.SYNONYMS_DO_NOT_FIT);
        given().when(LEA, new AddSynonyms(BASE, SYNONYMS, new TreeSet<>(List.of("pc", " "))))
                .refusedBy(TextRule.MISSING);
    }

    @Test
    void words_stop_meaning_the_same() {
        given(new SynonymsAdded(SYNONYMS, LAPTOPS))
                .when(LEA, new RemoveSynonyms(BASE, SYNONYMS))
                .then(new SynonymsRemoved(SYNONYMS, LAPTOPS));
        given(network())
                .when(LEA, new RemoveSynonyms(BASE, SYNONYMS))
                .refusedBy(KnowledgeBaseRule.SYNONYMS_NOT_FOUND);
    }

    private static KnowledgeBase after(KnowledgeBaseEvent... events) {
        KnowledgeBase base = KnowledgeBase.untouched(ACME);
        for (KnowledgeBaseEvent event : events) {
            base =
                    KnowledgeBase.evolve(
                            base, event, Specification.facts(LEA, null, null), base.version() + 1);
        }
        return base;
    }

    /** A forest kept as lists of children is changed by the same wishes, and stays the same. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_tree_is_what_a_forest_of_lists_would_be(long seed) {
        Random random = new Random(seed);
        List<CategoryId> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(new CategoryId(Ids.named("category", "" + i)));
        }
        Map<Optional<CategoryId>, List<CategoryId>> forest = new HashMap<>();
        forest.put(Optional.empty(), new ArrayList<>());
        KnowledgeBase base = KnowledgeBase.untouched(ACME);
        int changed = 0;
        for (int step = 0; step < 400; step++) {
            CategoryId id = ids.get(random.nextInt(ids.size()));
            CategoryId parent = random.nextInt(3) == 0 ? null : ids.get(random.nextInt(12));
            Integer place = random.nextBoolean() ? null : random.nextInt(4);
            KnowledgeBaseCommand wish =
                    switch (random.nextInt(5)) {
                        case 0, 1 ->
                                new AddCategory(
                                        BASE, id, parent, place, named("" + id), Visibility.PUBLIC);
                        case 2, 3 -> move(id, parent, place);
                        default -> new RemoveCategory(BASE, id);
                    };
            Decision<KnowledgeBaseEvent> decision = wish.decide(base);
            boolean happens = applied(wish, forest);
            assertThat(decision instanceof Decision.Happened)
                    .as("%s on %s", wish, forest)
                    .isEqualTo(happens);
            if (decision instanceof Decision.Happened<KnowledgeBaseEvent> happened) {
                changed++;
                for (KnowledgeBaseEvent event : happened.events()) {
                    base =
                            KnowledgeBase.evolve(
                                    base,
                                    event,
                                    Specification.facts(LEA, null, null),
                                    base.version() + 1);
                }
            }
            for (Map.Entry<Optional<CategoryId>, List<CategoryId>> children : forest.entrySet()) {
                assertThat(base.below(children.getKey().orElse(null)))
                        .extracting(Category::id)
                        .containsExactlyElementsOf(children.getValue());
            }
        }
        assertThat(changed).isGreaterThan(50);
    }

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
    }

    /** Whether the wish changes the forest, after it has done so. */
    private static boolean applied(
            KnowledgeBaseCommand wish, Map<Optional<CategoryId>, List<CategoryId>> forest) {
        return switch (wish) {
            case AddCategory add ->
                    !forest.containsKey(Optional.of(add.category()))
                            && placed(add.category(), add.parent(), add.place(), 1, forest);
            case MoveCategory move -> moved(move, forest);
            case RemoveCategory remove ->
                    forest.getOrDefault(Optional.of(remove.category()), List.of(remove.category()))
                                    .isEmpty()
                            && removed(remove.category(), forest);
            default -> throw new IllegalArgumentException("" + wish);
        };
    }

    private static boolean removed(
            CategoryId id, Map<Optional<CategoryId>, List<CategoryId>> forest) {
        forest.remove(Optional.of(id));
        forest.values().forEach(children -> children.remove(id));
        return true;
    }

    private static boolean moved(
            MoveCategory move, Map<Optional<CategoryId>, List<CategoryId>> forest) {
        CategoryId id = move.category();
        if (!forest.containsKey(Optional.of(id)) || isBelow(move.parent(), id, forest)) {
            return false;
        }
        Map<Optional<CategoryId>, List<CategoryId>> before = new HashMap<>();
        forest.forEach((parent, children) -> before.put(parent, List.copyOf(children)));
        forest.values().forEach(children -> children.remove(id));
        boolean fits = placed(id, move.parent(), move.place(), levels(id, forest), forest);
        if (!fits) {
            forest.replaceAll((parent, children) -> new ArrayList<>(before.get(parent)));
        }
        return fits && !forest.equals(before);
    }

    private static boolean placed(
            CategoryId id,
            @Nullable CategoryId parent,
            @Nullable Integer place,
            int levels,
            Map<Optional<CategoryId>, List<CategoryId>> forest) {
        List<CategoryId> siblings = forest.get(Optional.ofNullable(parent));
        if (siblings == null
                || (place != null && place > siblings.size())
                || depth(parent, forest) + levels > CategoryGuard.DEEPEST) {
            return false;
        }
        siblings.add(place == null ? siblings.size() : place, id);
        forest.putIfAbsent(Optional.of(id), new ArrayList<>());
        return true;
    }

    private static int depth(
            @Nullable CategoryId id, Map<Optional<CategoryId>, List<CategoryId>> forest) {
        return id == null ? 0 : 1 + depth(parent(id, forest), forest);
    }

    private static int levels(CategoryId id, Map<Optional<CategoryId>, List<CategoryId>> forest) {
        int below = 0;
        for (CategoryId child : forest.getOrDefault(Optional.of(id), List.of())) {
            below = Math.max(below, levels(child, forest));
        }
        return below + 1;
    }

    private static boolean isBelow(
            @Nullable CategoryId id,
            CategoryId above,
            Map<Optional<CategoryId>, List<CategoryId>> forest) {
        return id != null
                && (id.equals(above)
                        || (forest.containsKey(Optional.of(id))
                                && isBelow(parent(id, forest), above, forest)));
    }

    private static @Nullable CategoryId parent(
            CategoryId id, Map<Optional<CategoryId>, List<CategoryId>> forest) {
        return forest.entrySet().stream()
                .filter(children -> children.getValue().contains(id))
                .findFirst()
                .flatMap(Map.Entry::getKey)
                .orElse(null);
    }

    @AfterAll
    static void every_command_is_specified() {
        assertThat(Specification.specified())
                .contains(KnowledgeBaseCommand.class.getPermittedSubclasses());
    }
}
