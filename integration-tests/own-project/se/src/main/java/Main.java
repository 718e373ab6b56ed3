import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Greets twice in Weld SE. */
public class Main {

    public static void main(String[] arguments) throws IOException {
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            Greeting greeting = container.select(Greeting.class).get();
            String first = greeting.greet("Ada");
            boolean same = first.equals(greeting.greet("Ada")) && !first.equals(greeting.greet("Ben"));
            Files.writeString(
                    Path.of(arguments[0]), same ? "Greeted twice, computed once\n" : "Greeted twice, computed twice\n");
        }
    }
}
