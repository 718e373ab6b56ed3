package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.log.Message;
import dev.memoized.tck.store.Says;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written about the code agrees with it. */
class DocsTest {
    private static final boolean WRITE = Boolean.getBoolean("memoized.write-docs");
    private static final Path REFERENCE = House.ROOT.resolve("docs/reference");

    /** One line a message, "id NAME", in the order of the ids; a message that is gone keeps its line. */
    private static final Path IDS =
            House.ROOT.resolve("architecture/src/test/resources/dev/memoized/architecture/message-ids.txt");

    @Test
    void pageOfMessages_saysWhatTheMessagesSay() throws IOException {
        assertSays("messages.md", MessagesPage.text());
    }

    @Test
    void pageOfTheConfiguration_saysWhatTheProgramReads() throws IOException {
        assertSays("configuration.md", ConfigurationPage.text());
    }

    @Test
    void pageOfTheStoreContract_saysWhatItsTestsSay() throws IOException {
        assertSays("store-contract.md", ContractPage.text());
    }

    @Test
    void everyTestOfTheStoreContract_saysASentenceOfItsOwn() {
        List<Method> tests = ContractPage.tests();

        assertThat(tests).hasSizeGreaterThan(200);
        assertThat(tests).allMatch(test -> test.isAnnotationPresent(Says.class));
        assertThat(tests).extracting(ContractPage::sentence).doesNotHaveDuplicates();
        assertThat(tests).extracting(ContractPage::sentence).allMatch(sentence -> sentence.matches("[A-Z].*\\."));
        assertThat(tests).extracting(Method::getName).doesNotHaveDuplicates();
    }

    @Test
    void everyMessage_hasAnIdOfItsOwn_inAGroup() {
        assertThat(MessagesPage.all()).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(MessagesPage.all()).allMatch(MessagesPage::hasGroup);
    }

    @Test
    void idOfAMessage_isNeverChangedOrUsedAgain() throws IOException {
        Map<String, String> known = knownIds();
        Map<String, String> now = MessagesPage.all().stream()
                .collect(Collectors.toMap(Message::id, Message::name, (one, other) -> one, TreeMap::new));
        if (WRITE) {
            now.forEach(known::putIfAbsent);
            Files.write(
                    IDS,
                    known.entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue())
                            .toList());
        }
        now.forEach((id, name) -> assertThat(known)
                .as(
                        "a new message is added with -Dtest=DocsTest -Dmemoized.write-docs=true, an id has one meaning for ever")
                .containsEntry(id, name));
        known.forEach((id, name) -> {
            if (!now.containsKey(id)) {
                assertThat(now.values()).as("%s has lost its id %s", name, id).doesNotContain(name);
            }
        });
    }

    @Test
    void everyRelativeLink_leadsSomewhere() {
        List<Path> pages = House.files(".*\\.md");

        assertThat(pages).anyMatch(page -> page.endsWith("docs/internals/call-path.md"));
        assertThat(Links.broken(House.ROOT, pages)).isEmpty();
    }

    @Test
    void link_thatLeadsNowhere_isFound(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("README.md"), "# A\n[there](docs/there.md#two-words) [b](#a) [c](https://x.y/z)\n");
        Files.writeString(
                root.resolve("docs/there.md"),
                """
                # Title
                ## Two *words*
                [back](../README.md) [nowhere](gone.md) `[code](gone.md)`
                [no such part](../README.md#b)
                ```
                [code](gone.md)
                ```
                """);

        assertThat(Links.broken(root, House.files(root, ".*\\.md")))
                .containsExactly("docs/there.md links to gone.md", "docs/there.md links to ../README.md#b");
    }

    private static void assertSays(String page, String text) throws IOException {
        Path file = REFERENCE.resolve(page);
        if (WRITE) {
            Files.createDirectories(REFERENCE);
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("write it with -Dtest=DocsTest -Dmemoized.write-docs=true")
                .hasContent(text);
    }

    private static Map<String, String> knownIds() throws IOException {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(IDS)) {
            for (String line : Files.readAllLines(IDS)) {
                String[] idAndName = line.split(" ");
                assertThat(known.put(idAndName[0], idAndName[1])).as(line).isNull();
            }
        }
        return known;
    }
}
