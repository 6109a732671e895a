package dev.docket.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.edge.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "photo.png, photo.png",
        "../../etc/passwd, passwd",
        "'C:\\Windows\\win.ini', win.ini",
        "/absolute, absolute",
        "..\\..\\mixed/up.txt, up.txt",
        "' spaced .txt ', spaced .txt",
        "'new\nline\r.txt', newline.txt",
        "'nul\0.png', nul.png",
        "'invoice\u202Egpj.exe', invoicegpj.exe",
        ".., ''",
        "., ''",
        "dir/, ''",
        "'\u0007', ''",
        "..., ...",
        "Grüße.pdf, Grüße.pdf",
    })
    void a_name_loses_its_path_and_what_steers_the_display(String name, String cleaned) {
        assertThat(FileName.clean(name)).isEqualTo(cleaned);
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(FileName.clean("n".repeat(400) + ".pdf")).hasSize(255).endsWith("n.pdf");
        assertThat(FileName.clean("n".repeat(254) + "😀")).hasSize(254);
        assertThat(FileName.clean("n." + "e".repeat(400))).hasSize(255);
    }

    @Test
    void a_name_comes_in_each_form_of_the_header() {
        assertThat(FileName.in("attachment; filename=\"a b.png\"")).isEqualTo("a b.png");
        assertThat(FileName.in("attachment; filename=plain.png")).isEqualTo("plain.png");
        assertThat(FileName.in("attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf"))
                .isEqualTo("Grüße.pdf");
        assertThat(FileName.in("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd"))
                .isEqualTo("passwd");
        String asCurlSendsIt =
                new String(
                        "attachment; filename=\"Grüße.pdf\"".getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        assertThat(FileName.in(asCurlSendsIt)).isEqualTo("Grüße.pdf");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "attachment",
                "attachment; filename=\"\"",
                "attachment; filename=\"../\"",
                "attachment; filename*=UTF-8''%ZZ",
                "; ; ;",
            })
    void a_file_without_a_name_is_refused(String header) {
        assertThatThrownBy(() -> FileName.in(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo("name-missing"));
    }
}
