package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RenderedBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"javascript:alert(1)\">",
                "<img src=\"//evil.example/pixel.gif\">",
                "![tracked](https://evil.example/pixel.gif)",
                "![x](/\\evil.example/x.gif)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<object data=\"evil.swf\"></object><embed src=\"evil.swf\">",
                "<form action=\"https://evil.example\"><input name=password><button>ok</button></form>",
                "<style>body{background:url(https://evil.example)}</style>",
                "<p style=\"position:fixed;top:0\" class=\"bar\">x</p>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<base href=\"https://evil.example/\">",
                "<h1 id=\"location\" onclick=\"alert(1)\">x</h1>",
                "<a name=\"document\" id=\"getElementById\">x</a>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1))",
                "[click](java\tscript:alert(1))",
                "[click](&#106;avascript:alert(1))",
                "[click](vbscript:msgbox(1))",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
                "<a href=\"javascript&colon;alert(1)\">x</a>",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "```\"onmouseover=alert(1) x=\"\ncode\n```",
                "<details open ontoggle=alert(1)>x</details>",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"https://a.example\" target=\"_blank\" onclick=alert(1)>x</a>",
                "<<script>alert(1);//<</script>",
                "<table background=\"javascript:alert(1)\"><tr><td background=x>y</td></tr></table>",
            })
    void hostile_text_stays_text(String markdown) {
        String html = RenderedBody.of(markdown).html();

        // What is left of an attack may be read, as text; it is in no tag.
        String tags = html.replaceAll(">[^<]*(<|$)", "><").toLowerCase(Locale.ROOT);
        assertThat(tags)
                .as(html)
                .doesNotContain("script:")
                .doesNotContain("evil.example/")
                .doesNotContain("data:")
                .doesNotContainPattern("<(script|style|svg|math|iframe|object|embed|form|input)")
                .doesNotContainPattern("<(button|link|meta|base|noscript)")
                .doesNotContainPattern("[\\s\"']on[a-z]+\\s*=")
                .doesNotContainPattern("\\s(style|name|target|background)=")
                .doesNotContainPattern("\\sid=\"(?!s-)")
                .doesNotContainPattern("\\sclass=\"(?!language-)");
    }

    @Test
    void what_authors_need_is_kept() {
        RenderedBody body =
                RenderedBody.of(
                        """
                        # Résumé of `git log`

                        A [link](https://example.org/a?b=c), **bold**, <kbd>Ctrl</kbd>, ![logo](/api/v1/attachments/1).

                        | a | b |
                        |---|--:|
                        | 1 | 2 |

                        ```sh
                        echo "<hi>" && exit
                        ```
                        """);

        assertThat(body.html())
                .contains("<h1 id=\"s-résumé-of-git-log\">")
                .contains("rel=\"nofollow noopener noreferrer\"")
                .contains("<strong>bold</strong>")
                .contains("<kbd>Ctrl</kbd>")
                .contains("<img src=\"/api/v1/attachments/1\" alt=\"logo\"")
                .contains("<td align=\"right\">2</td>")
                .contains("<code class=\"language-sh\">")
                .contains("&lt;hi&gt;");
        assertThat(body.headings())
                .containsExactly(
                        new ArticleView.Heading(1, "s-résumé-of-git-log", "Résumé of git log"));
        assertThat(body.readingMinutes()).isEqualTo(1);
    }

    @Test
    void attached_files_are_shown_as_pictures_and_saved_by_links() {
        String id = "01930000-0000-7000-8000-00000000000a";
        String file = "/api/v1/attachments/" + id;

        assertThat(RenderedBody.of("![a *b*](attachment:%s \"t\")".formatted(id)).html())
                .isEqualTo("<p><img src=\"%s\" alt=\"a b\" title=\"t\" /></p>\n".formatted(file));
        assertThat(RenderedBody.of("[form][1]\n\n[1]: attachment:%s".formatted(id)).html())
                .contains("<a href=\"%s\" download=\"\" rel=".formatted(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![x](attachment:)",
                "![x](attachment:../tickets)",
                "![x](attachment:1/../../x)",
                "![x](attachment:01930000-0000-7000-8000-00000000000a/../x)",
                "[x](attachment:01930000-0000-7000-8000-00000000000a?x)",
                "[x](attachment:%2e%2e%2f01930000-0000-7000-8000-00000000000a)",
                "<img src=\"attachment:01930000-0000-7000-8000-00000000000a\">",
                "<a href=\"https://a.example\" download=\"invoice.exe\">x</a>",
            })
    void what_is_called_nearly_like_a_file_leads_to_none(String markdown) {
        assertThat(RenderedBody.of(markdown).html())
                .doesNotContain("attachment:")
                .doesNotContain("/api/")
                .doesNotContain("invoice.exe");
    }

    @Test
    void equal_headings_have_anchors_of_their_own() {
        RenderedBody body = RenderedBody.of("## Same\n\n## Same\n");

        assertThat(body.headings()).extracting(ArticleView.Heading::anchor).doesNotHaveDuplicates();
        for (ArticleView.Heading heading : body.headings()) {
            assertThat(body.html()).contains("id=\"" + heading.anchor() + "\"");
        }
    }

    @Test
    void a_long_text_takes_longer_to_read() {
        assertThat(RenderedBody.of("word ".repeat(2_200)).readingMinutes()).isEqualTo(10);
        assertThat(RenderedBody.of("压缩".repeat(2_200)).readingMinutes()).isEqualTo(10);
    }

    @Test
    void nested_deeper_than_anybody_writes_text_is_shown_without_marks() {
        String nested = "![".repeat(2_000) + "deep" + "](/x)".repeat(2_000);
        String emphasised = "*a _b ".repeat(2_000) + "c_ d*".repeat(2_000);

        assertThat(RenderedBody.of(nested).html()).contains("deep").doesNotContain("<img");
        assertThat(RenderedBody.of(emphasised).html()).contains("c_ d*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "> ", "* ", "<b>", "![](", "`", "**a ", "|a", "- 1\n "})
    void deep_nesting_takes_no_long_time(String piece) {
        String markdown = piece.repeat(20_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> RenderedBody.of(markdown));
    }
}
