package dev.memoized.it.wildfly.cluster;

import dev.memoized.it.suite.Archive;
import dev.memoized.it.suite.control.ControlResource;
import dev.memoized.it.suite.control.ControlRoot;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is deployed, packed as the howto says. */
final class Archives {
    /** The application, which shares what it remembers. */
    static final String APPLICATION = "app";

    /** The contract of stores. */
    static final String CONTRACT = "contract";

    private static final Path LIBRARIES = Path.of(System.getProperty("memoized.it.libraries"));
    private static final Path TCK = LIBRARIES.resolve("memoized-tck.jar");
    private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";

    private Archives() {}

    /** The application of the suite, with the caches of the howto and with others that will not do. */
    static Archive application() throws IOException {
        String properties = Howto.properties();
        String references = Howto.references();
        return withServersInfinispan(Archive.of(Archive.application()))
                .with(SETTINGS, text -> text + "\n" + properties + refused(properties))
                .with(
                        "WEB-INF/web.xml",
                        xml -> xml.replace("</web-app>", references + refused(references) + "</web-app>"))
                .withLibrary(LIBRARIES.resolve("memoized-cells.jar"))
                .withLibrary(LIBRARIES.resolve("memoized-infinispan.jar"))
                .with(Held.class)
                .with(HeldResource.class);
    }

    /** The same for another backend. */
    private static String refused(String text) {
        return text.replace(".default.", "." + Held.REFUSED + ".")
                .replace("/" + Script.SHARED + "/", "/" + Script.BY_REFERENCE + "/")
                .replace("<res-ref-name>", "<res-ref-name>refused-");
    }

    /** The contract, in the same caches. */
    static Archive contract() throws IOException {
        Archive archive = withServersInfinispan(Archive.empty())
                .with(ControlRoot.class)
                .with(ControlResource.class)
                .with(ContractResource.class)
                .with(ManagedContract.class)
                .with(TCK, "dev/memoized/tck/store/");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(LIBRARIES, jar -> !jar.equals(TCK))) {
            for (Path jar : jars) {
                archive.withLibrary(jar);
            }
        }
        return archive;
    }

    private static Archive withServersInfinispan(Archive archive) throws IOException {
        String dependencies = Howto.manifest();
        return archive.with("META-INF/MANIFEST.MF", none -> "Manifest-Version: 1.0\n" + dependencies);
    }
}
