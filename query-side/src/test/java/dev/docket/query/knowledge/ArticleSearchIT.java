package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, of a small knowledge base in six languages. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleSearchIT {

    private static final String[][] ARTICLES = {
        {
            "en",
            "Reset your password",
            "When you cannot sign in",
            "Open the portal and choose *Forgotten*. A new password is sent to you."
        },
        {
            "en",
            "Printers on the second floor",
            "Names and drivers",
            "Install the driver before you print. Passwords are not needed."
        },
        {
            "en",
            "Connect to the VPN",
            "Work from home",
            "Start the tunnel client and enter your password."
        },
        {
            "en",
            "Archive mail",
            "Keep old messages",
            "Messages older than a year are archived every night."
        },
        {"en", "Order a laptop", "Hardware for newcomers", "A manager approves the order."},
        {
            "de",
            "Passwort zurücksetzen",
            "Wenn die Anmeldung nicht gelingt",
            "Öffnen Sie das Portal. Ein neues Passwort wird verschickt."
        },
        {
            "de",
            "Netzwerkdrucker einrichten",
            "Drucker im zweiten Stock",
            "Installieren Sie zuerst den Treiber des Herstellers."
        },
        {
            "de",
            "Rechnungen einreichen",
            "Belege der Dienstreisen",
            "Scannen Sie die Belege und senden Sie die Rechnung ab."
        },
        {
            "fr",
            "Réinitialiser le mot de passe",
            "Quand la connexion échoue",
            "Ouvrez le portail et choisissez un nouveau mot de passe."
        },
        {
            "fr",
            "Installer une imprimante",
            "Les imprimantes du deuxième étage",
            "Téléchargez le pilote du fabricant."
        },
        {
            "es",
            "Restablecer la contraseña",
            "Cuando no puede entrar",
            "Abra el portal y elija una contraseña nueva."
        },
        {
            "es",
            "Instalar una impresora",
            "Impresoras del segundo piso",
            "Descargue el controlador del fabricante."
        },
        {"ja", "パスワードをリセットする", "サインインできないとき", "ポータルを開いて新しいパスワードを選びます。"},
        {"ja", "プリンターを設定する", "二階のプリンター", "最初にドライバーをインストールします。"},
        {"ru", "Сброс пароля", "Если не удаётся войти", "Откройте портал и выберите новый пароль."},
    };

    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);

    ArticleSearchIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @CsvSource({"printer, 1", "printer, 7", "prinntter manul, 5", "'the printer', 24"})
    void a_walk_gives_each_article_once_in_the_order_of_a_single_page(String words, int limit) {
        for (int n = 0; n < 12; n++) {
            Articles.article(agent, "The same printer").saying("", "manual").publish(platform);
            Articles.article(agent, "Printer " + n)
                    .saying("A printer", "manual ".repeat(1 + n % 3))
                    .publish(platform);
        }
        String path = path("/api/v1/search/articles", words);
        List<String> all = platform.get(agent, path + "&limit=100").items("id");

        List<Answer> pages = platform.walk(agent, path + "&limit=" + limit);

        assertThat(all).hasSize(24).doesNotHaveDuplicates();
        assertThat(pages.stream().flatMap(page -> page.items("id").stream())).isEqualTo(all);
        assertThat(pages.getFirst().items()).hasSize(limit);
        if (pages.size() > 1) {
            assertThat(pages.getFirst().header("Link"))
                    .contains("/api/v1/search/articles?q=", "cursor=", "rel=\"next\"");
        }
        assertThat(pages.getLast().header("Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MTIz", "%00", "../..", "'\"<>"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        Answer answer = search("printer", "cursor=" + QueryPlatform.coded(cursor));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("rule").asString()).isEqualTo("wrong-cursor");
    }

    private void publishAll() {
        for (String[] article : ARTICLES) {
            Articles.article(agent, article[1])
                    .in(article[0])
                    .saying(article[2], article[3])
                    .publish(platform);
        }
    }

    private Answer search(String words, String... parameters) {
        return platform.get(agent, path("/api/v1/search/articles", words, parameters));
    }

    private static String path(String path, String words, String... parameters) {
        StringBuilder query =
                new StringBuilder(path).append("?q=").append(QueryPlatform.coded(words));
        for (String parameter : parameters) {
            query.append('&').append(parameter);
        }
        return query.toString();
    }

    @Test
    void each_question_finds_its_article_first() {
        publishAll();
        String[][] questions = {
            {"en", "resetting passwords", "Reset your password"},
            {"en", "forgot my pasword", "Reset your password"},
            {"en", "printer driver", "Printers on the second floor"},
            {"en", "how do I print on the second floor", "Printers on the second floor"},
            {"en", "archiving old messages", "Archive mail"},
            {"en", "laptpo order", "Order a laptop"},
            {"de", "passwörter zurücksetzen", "Passwort zurücksetzen"},
            {"de", "drucker", "Netzwerkdrucker einrichten"},
            {"de", "rechnung einreichen", "Rechnungen einreichen"},
            {"de", "Rechnugnen einreichen", "Rechnungen einreichen"},
            {"fr", "reinitialiser mot de passe", "Réinitialiser le mot de passe"},
            {"fr", "l'imprimante du deuxieme etage", "Installer une imprimante"},
            {"es", "restablecer contrasena", "Restablecer la contraseña"},
            {"es", "instalar impresoras", "Instalar una impresora"},
            {"ja", "パスワード リセット", "パスワードをリセットする"},
            {"ja", "プリンター", "プリンターを設定する"},
            {"ru", "сбросить пароли", "Сброс пароля"},
        };
        for (String[] question : questions) {
            Answer answer = search(question[1], "language=" + question[0]);
            assertThat(answer.items("title")).as(question[1]).isNotEmpty();
            assertThat(answer.items("title").getFirst()).as(question[1]).isEqualTo(question[2]);
        }
        // Without a word about the language its own words lead to it all the same.
        assertThat(search("restablecer contraseña").items("title").getFirst())
                .isEqualTo("Restablecer la contraseña");
        assertThat(search("netzwerkdrucker").items("title"))
                .containsExactly("Netzwerkdrucker einrichten");

        String[][] beginnings = {
            {"re", "Reset your password"},
            {"rese pass", "Reset your password"},
            {"passw", "Reset your password"},
            {"prnit", "Printers on the second floor"},
            {"netzw", "Netzwerkdrucker einrichten"},
            {"zuruck", "Passwort zurücksetzen"},
            {"パス", "パスワードをリセットする"},
            {"プ", "プリンターを設定する"},
            {"сбр", "Сброс пароля"},
        };
        for (String[] beginning : beginnings) {
            Answer answer = platform.get(agent, path("/api/v1/suggest", beginning[0]));
            assertThat(answer.items("title")).as(beginning[0]).contains(beginning[1]);
        }
    }

    @Test
    void a_misspelt_word_is_told_and_marked() {
        publishAll();

        Answer answer = search("reset pasword");

        assertThat(answer.items("title").getFirst()).isEqualTo("Reset your password");
        assertThat(answer.body().path("didYouMean").asString()).isEqualTo("reset password");
        assertThat(answer.items().getFirst().path("highlights").path("title").toString())
                .contains("<em>Reset</em> your <em>password</em>");
        assertThat(search("reset password").body().has("didYouMean")).isFalse();
    }

    @Test
    void synonyms_count_from_the_moment_that_they_are_there() {
        publishAll();
        assertThat(search("notebook order").items("title")).doesNotContain("Order a laptop");

        Articles.base(
                platform,
                agent,
                new SynonymsAdded(
                        new SynonymsId(UUID.randomUUID()),
                        new TreeSet<>(List.of("notebook", "laptop", "portable computer"))));

        platform.get(agent, "/api/v1/synonyms");
        assertThat(search("notebooks order").items("title").getFirst()).isEqualTo("Order a laptop");
        assertThat(search("order a portable computer").items("title").getFirst())
                .isEqualTo("Order a laptop");
    }

    @Test
    void facets_count_what_was_found() {
        publishAll();

        Answer answer = search("portal", "facets=true");

        assertThat(answer.body().path("facets").path("language").toString())
                .contains("{\"value\":\"en\",\"count\":1}", "{\"value\":\"de\",\"count\":1}");
        assertThat(search("portal", "language=de", "facets=true").items()).hasSize(1);
    }

    @Test
    void words_in_the_title_count_more_than_in_the_summary_and_those_more_than_in_the_body() {
        Articles.article(agent, "First").saying("x", "The gizmo and others").publish(platform);
        Articles.article(agent, "Second").saying("About the gizmo", "x").publish(platform);
        Articles.article(agent, "The gizmo").saying("x", "y").publish(platform);

        assertThat(search("gizmo").items("title")).containsExactly("The gizmo", "Second", "First");
    }

    @ParameterizedTest
    @CsvSource({"draft=true, 2", "draft=false, 1"})
    void drafts_are_found_by_those_who_ask_for_them(String parameter, int found) {
        Articles.article(agent, "Public gizmo").publish(platform);
        UUID edited = Articles.article(agent, "Something else").publish(platform);
        Articles.article(agent, "Now of the gizmo").edit(platform, edited, 2, "x");

        assertThat(search("gizmo", parameter).items()).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:secret OR 1=1",
                "\"unfinished",
                "((((((((",
                "*",
                "?*?*?*?*",
                "/.*.*.*.*/",
                "\\",
                "{\"query\":{\"match_all\":{}}}",
                "a AND NOT b~9999^1e99",
                "\uD83D\uDE00 \u0000 \u200B",
                "<script>alert(1)</script>",
            })
    void nothing_that_is_typed_is_syntax(String words) {
        Articles.article(agent, "Quiet").publish(platform);

        assertThat(search(words).status()).isEqualTo(200);
        assertThat(search(words).items()).isEmpty();
        Answer suggested = platform.get(agent, path("/api/v1/suggest", words));
        assertThat(suggested.status()).isEqualTo(200);
        assertThat(suggested.items()).isEmpty();
    }

    @Test
    void of_a_long_question_the_first_words_count_and_an_endless_one_is_refused() {
        Articles.article(agent, "Gizmo").publish(platform);

        assertThat(search("gizmo ".repeat(83)).items()).hasSize(1);
        assertThat(search("用于启动守护程序系统范围的服务".repeat(30)).status()).isEqualTo(200);
        Answer endless = search("gizmo ".repeat(84));
        assertThat(endless.status()).isEqualTo(400);
        assertThat(endless.body().path("field").asString()).isEqualTo("q");
    }
}
