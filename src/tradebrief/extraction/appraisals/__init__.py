"""The words of a text that present somebody in a good or a bad light; read from a brief when they are asked for."""
