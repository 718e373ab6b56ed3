package shop;

class PlantedText {
    String alias = "CREATE ALIAS NAP FOR 'java.lang.Thread.sleep'";
}
